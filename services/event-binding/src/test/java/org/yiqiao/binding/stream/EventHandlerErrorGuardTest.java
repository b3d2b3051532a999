package org.yiqiao.binding.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EventHandlerErrorGuardTest {

    private final AtomicBoolean terminated = new AtomicBoolean();
    private final EventHandlerErrorGuard guard = new EventHandlerErrorGuard(() -> terminated.set(true));

    @Test
    void errorBecomesException() {
        assertThatThrownBy(() -> guard.run(() -> {
                    throw new NoClassDefFoundError("x");
                }))
                .isInstanceOf(EventHandlerErrorGuard.HandlerFailedException.class)
                .hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(terminated).isFalse();
    }

    @Test
    void outOfMemoryTerminatesTheProcess() {
        assertThatThrownBy(() -> guard.run(() -> {
                    throw new OutOfMemoryError("for a test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(terminated).isTrue();
    }
}
