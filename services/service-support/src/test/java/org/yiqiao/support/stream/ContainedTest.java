package org.yiqiao.support.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ContainedTest {

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Contained contained = new Contained(() -> ended.set(true));

    @Test
    void anErrorBecomesAnExceptionThatLeavesTheConsumerAlive() {
        assertThatThrownBy(() -> contained.run(() -> {
                    throw new NoClassDefFoundError("x");
                }))
                .isInstanceOf(Contained.HandlerError.class)
                .hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(ended).isFalse();
    }

    @Test
    void outOfMemoryEndsTheProcess() {
        assertThatThrownBy(() -> contained.run(() -> {
                    throw new OutOfMemoryError("for a test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(ended).isTrue();
    }
}
