package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.Posts;
import org.yiqiao.core.aggregate.PendingEvent;

class OutgoingEventsTest {

    @Test
    void ofTwoViewsTheLaterOneCounts() {
        OutgoingEvents earlier = events(1);
        OutgoingEvents later = events(1, 2);

        assertThat(earlier.later(later)).isEqualTo(later);
        assertThat(later.later(earlier)).isEqualTo(later);
    }

    private static OutgoingEvents events(long... seqs) {
        List<PendingEvent> events = Arrays.stream(seqs)
                .mapToObj(seq -> new PendingEvent(
                        seq, "type", Instant.EPOCH, Instant.EPOCH, "{}", null, null, "correlation", null, null))
                .toList();
        return new OutgoingEvents(new Posts(), "a", events);
    }
}
