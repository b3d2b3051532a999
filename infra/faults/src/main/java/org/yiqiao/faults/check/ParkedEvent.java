package org.yiqiao.faults.check;

/** An event that waits for its predecessor. */
public record ParkedEvent(String handler, String aggregateId, long seq) {}
