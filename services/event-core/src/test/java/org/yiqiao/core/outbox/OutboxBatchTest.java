package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.aggregate.PendingEvent;

class OutboxBatchTest {

    @Test
    void newestBatchWins() {
        OutboxBatch earlier = events(1);
        OutboxBatch later = events(1, 2);

        assertThat(earlier.newest(later)).isEqualTo(later);
        assertThat(later.newest(earlier)).isEqualTo(later);
    }

    private static OutboxBatch events(long... seqs) {
        List<PendingEvent> events = Arrays.stream(seqs)
                .mapToObj(seq -> new PendingEvent(
                        seq, "type", Instant.EPOCH, Instant.EPOCH, "{}", null, null, "correlation", null, null))
                .toList();
        return new OutboxBatch(new PostAggregateType(), "a", events);
    }
}
