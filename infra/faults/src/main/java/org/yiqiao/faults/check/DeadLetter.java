package org.yiqiao.faults.check;

import org.jspecify.annotations.Nullable;

/**
 * A record that an event handler moved to the dead-letter topic.
 *
 * @param origin original position of the record; null if the headers do not contain it
 */
public record DeadLetter(String handler, TopicRecord.@Nullable Position origin, String cause) {}
