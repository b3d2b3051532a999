package org.yiqiao.bench.subject;

import java.util.List;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.load.TopicArrivalRecorder;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.rawclient.RawClientProjectionLoop;
import org.yiqiao.bench.rawclient.RawClientWriteLoop;

/**
 * The raw clients without HTTP: a loop that inserts requests and sends them in batches, and a loop that reads and
 * upserts in batches.
 *
 * @param insertBatchSize largest number of requests in one insert
 */
public record RawClientSubject(String name, int insertBatchSize) implements BenchmarkSubject {

    /** Inserts as many requests at once as Yiqiao's relay sends at once. */
    public static RawClientSubject inBatches() {
        return new RawClientSubject("limit", RawClientWriteLoop.MAX_BATCH_SIZE);
    }

    /**
     * Inserts each request individually, like a program that decides each request individually. Requests are still sent
     * in batches.
     */
    public static RawClientSubject oneByOne() {
        return new RawClientSubject("limit-one-by-one", 1);
    }

    @Override
    public RunningBenchmarkSubject start(SharedBenchmarkServers servers) throws InterruptedException {
        BrokerAndStoreProcesses backend = servers.backend();
        String topic = "bench." + name;
        backend.createTopic(topic);
        ChildProcess writer = servers.launcher()
                .startMain(
                        name + "-writer",
                        RawClientWriteLoop.class,
                        backend.mongodbUri(),
                        backend.bootstrapServers(),
                        topic,
                        name,
                        Integer.toString(insertBatchSize),
                        ChildProcess.PIPED_ARGUMENT);
        ChildProcess reader = servers.launcher()
                .startMain(
                        name + "-reader",
                        RawClientProjectionLoop.class,
                        backend.mongodbUri(),
                        backend.bootstrapServers(),
                        topic,
                        name);
        return RunningBenchmarkSubject.of(
                name,
                List.of(writer, reader),
                backend.store().pid(),
                new PipedScheduleSender(writer),
                MongoRowExistenceCheck.of(backend.mongoClient(), name, RawClientProjectionLoop.ROWS_COLLECTION),
                new TopicArrivalRecorder(backend.bootstrapServers(), topic));
    }
}
