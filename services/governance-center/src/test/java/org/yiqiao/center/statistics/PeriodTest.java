package org.yiqiao.center.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

class PeriodTest {

    private static final String FROM = "2026-01-31T00:00:00+08:00";
    private static final String TO = "2026-02-01T00:00:00+08:00";

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @Test
    void startIsInclusiveAndEndIsExclusive() {
        Period period = Period.parse(FROM, TO);
        assertThat(period.contains(millis("2026-01-30T15:59:59.999Z"))).isFalse();
        assertThat(period.contains(millis("2026-01-30T16:00:00Z"))).isTrue();
        assertThat(period.contains(millis("2026-01-31T15:59:59.999Z"))).isTrue();
        assertThat(period.contains(millis("2026-01-31T16:00:00Z"))).isFalse();
    }

    @Test
    void periodWithoutStartContainsEverythingBeforeEnd() {
        Period period = Period.parse(null, TO);
        assertThat(period.contains(Long.MIN_VALUE)).isTrue();
        assertThat(period.contains(millis("2026-01-31T16:00:00Z"))).isFalse();
        assertThat(period.firstDay()).isLessThan("1970-01-01");
    }

    @Test
    void periodWithoutEndContainsEverythingAfterStart() {
        Period period = Period.parse(FROM, "");
        assertThat(period.contains(Long.MAX_VALUE)).isTrue();
        assertThat(period.contains(millis("2026-01-30T15:59:59.999Z"))).isFalse();
        assertThat(period.lastDay()).isGreaterThan("9998-12-31");
    }

    @Test
    void unboundedPeriodContainsEverything() {
        assertThat(Period.parse(null, null).contains(0)).isTrue();
        assertThat(Period.parse("", "")).isEqualTo(new Period(null, null));
    }

    @Test
    void emptyPeriodContainsNothing() {
        assertThat(Period.parse(FROM, FROM).contains(millis("2026-01-30T16:00:00Z")))
                .isFalse();
    }

    @Test
    void daysOfPeriodAreUtcDays() {
        Period period = Period.parse(FROM, TO);
        assertThat(period.firstDay()).isEqualTo("2026-01-30");
        assertThat(period.lastDay()).isEqualTo("2026-01-31");
    }

    @Test
    void anyOffsetIsAccepted() {
        assertThat(Period.parse("2026-01-30T16:00:00Z", "2026-01-31T11:00:00-05:00"))
                .isEqualTo(Period.parse(FROM, TO));
    }

    @Test
    void endBeforeStartIsRejected() {
        assertThatThrownBy(() -> Period.parse(TO, FROM))
                .isInstanceOfSatisfying(RejectedException.class, exception -> assertThat(exception.rejection())
                        .isEqualTo(Rejection.invalid("period.reversed")));
        assertThatThrownBy(() -> Period.parse("2026-01-31T00:00:00Z", "2026-01-31T00:00:00+08:00"))
                .isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "2026-01-31",
                "2026-01-31T00:00:00",
                "31/01/2026",
                "2026-02-30T00:00:00Z",
                "2026-01-31T24:01:00Z",
                "now"
            })
    void malformedTimeIsRejected(String time) {
        assertThatThrownBy(() -> Period.parse(time, null))
                .isInstanceOfSatisfying(RejectedException.class, exception -> assertThat(exception.rejection())
                        .isEqualTo(Rejection.malformed("period.malformed").withDetail("value", time)));
        assertThatThrownBy(() -> Period.parse(null, time)).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T00:00:00Z", "9999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void yearOutOfRangeIsRefused(String time) {
        assertThatThrownBy(() -> Period.parse(time, null))
                .isInstanceOfSatisfying(RejectedException.class, exception -> assertThat(exception.rejection())
                        .isEqualTo(Rejection.invalid("period.out-of-range")
                                .withDetail("value", time)
                                .withDetail("min", 1970)
                                .withDetail("max", 9998)));
    }
}
