package org.yiqiao.binding.stream;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;
import org.yiqiao.core.processing.EventProcessor;

/** Adapts an event processor to a batch function of Spring Cloud Stream. */
public final class EventProcessorFunction implements Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {

    private final EventProcessor<?, ?> processor;
    private final EventHandlerErrorGuard errorGuard = EventHandlerErrorGuard.haltingOnOutOfMemory();

    EventProcessorFunction(EventProcessor<?, ?> processor) {
        this.processor = processor;
    }

    public EventProcessor<?, ?> processor() {
        return processor;
    }

    @Override
    public void accept(Message<List<ConsumerRecord<String, byte[]>>> batch) {
        List<ConsumerRecord<String, byte[]>> received = batch.getPayload();
        BatchFailureLog.run(received, () -> errorGuard.run(() -> processor.process(received)));
    }
}
