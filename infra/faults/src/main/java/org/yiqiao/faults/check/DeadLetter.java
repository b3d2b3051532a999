package org.yiqiao.faults.check;

import org.jspecify.annotations.Nullable;

/**
 * A record that a subscriber put aside.
 *
 * @param origin where it stood, null if the letter does not say
 */
public record DeadLetter(String handler, TopicRecord.@Nullable Position origin, String cause) {}
