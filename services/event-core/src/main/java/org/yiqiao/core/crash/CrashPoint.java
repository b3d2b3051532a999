package org.yiqiao.core.crash;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A point at which the process terminates as if killed, if the system property {@code yiqiao.crash-at} names the point.
 * The value {@code AFTER_WRITE_BEFORE_HAND_OFF:3} terminates the process at the third pass. Without the property a pass
 * costs nothing.
 */
public enum CrashPoint {
    /** A command is decided; nothing of it is stored. */
    BEFORE_WRITE,
    /** State and events are stored; the relay does not know of them. */
    AFTER_WRITE_BEFORE_HAND_OFF,
    /** Events are on their way to the broker, which has not acknowledged them. */
    AFTER_SEND_BEFORE_ACKNOWLEDGEMENT,
    /** The broker has the events; they are still in the outboxes too. */
    AFTER_ACKNOWLEDGEMENT_BEFORE_PULL,
    /** The rows of an event handler are stored; the offset of their events is not. */
    AFTER_ROWS_BEFORE_COMMIT;

    /** Exit status of the process, as after {@code kill -9}. */
    public static final int EXIT_STATUS = 137;

    /** Name of the system property that selects a point, as {@code <point>:<n>}. */
    public static final String PROPERTY = "yiqiao.crash-at";

    private static final @Nullable CrashPlan PLANNED = CrashPlan.parse(System.getProperty(PROPERTY));

    /** Terminates the process if this is the planned pass. */
    public void crashIfPlanned() {
        if (PLANNED != null && PLANNED.isDue(this)) {
            Runtime.getRuntime().halt(EXIT_STATUS);
        }
    }

    /** The pass at which the process terminates. */
    record CrashPlan(CrashPoint point, AtomicInteger left) {

        /** @throws IllegalArgumentException if there is no such point or the count is not a number */
        static @Nullable CrashPlan parse(@Nullable String setting) {
            if (setting == null) {
                return null;
            }
            int colon = setting.indexOf(':');
            return colon < 0
                    ? new CrashPlan(valueOf(setting), new AtomicInteger(1))
                    : new CrashPlan(
                            valueOf(setting.substring(0, colon)),
                            new AtomicInteger(Integer.parseInt(setting.substring(colon + 1))));
        }

        boolean isDue(CrashPoint passed) {
            return passed == point && left.decrementAndGet() == 0;
        }
    }
}
