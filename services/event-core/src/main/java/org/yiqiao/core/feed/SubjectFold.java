package org.yiqiao.core.feed;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.envelope.Received;

/** The events of one aggregate, folded in order into its row; those that come before their predecessor are set aside. */
final class SubjectFold<R> {

    private final Application<R> application;
    private final Refusal refusal;
    private final List<Received.Ordered> early = new ArrayList<>();
    private Row<R> row;
    private int applied;
    private int duplicates;

    SubjectFold(Row<R> row, Application<R> application, Refusal refusal) {
        this.row = row;
        this.application = application;
        this.refusal = refusal;
    }

    Row<R> row() {
        return row;
    }

    List<Received.Ordered> early() {
        return early;
    }

    int applied() {
        return applied;
    }

    int duplicates() {
        return duplicates;
    }

    void take(List<Received> received) {
        received.stream()
                .map(Received.Ordered.class::cast)
                .sorted(Comparator.comparingLong(Received.Ordered::seq))
                .forEach(this::take);
    }

    private void take(Received.Ordered next) {
        if (next.seq() <= row.lastSeq()) {
            duplicates++;
        } else if (next.seq() > row.lastSeq() + 1) {
            early.add(next);
        } else {
            switch (next) {
                case Received.Event event -> apply(event);
                case Received.Newer newer -> advance(newer.seq(), row.content());
                case Received.Broken(var record, var aggregate, var subject, var seq, var cause) ->
                    refusal.refuse(record, cause);
            }
        }
    }

    private void apply(Received.Event event) {
        try {
            advance(event.seq(), application.apply(row.content(), event.envelope()));
        } catch (MongoException | KafkaException | NotNow outage) {
            throw outage;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError poison) {
            refuse(event.record(), poison);
        }
    }

    private void refuse(ConsumerRecord<String, byte[]> record, Throwable poison) {
        refusal.refuse(record, poison);
    }

    private void advance(long seq, @Nullable R content) {
        row = new Row<>(row.id(), seq, content);
        applied++;
    }
}
