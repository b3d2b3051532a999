package org.yiqiao.faults.check;

/** An event that is stored until its predecessor arrives. */
public record OutOfOrderEvent(String handler, String aggregateId, long seq) {}
