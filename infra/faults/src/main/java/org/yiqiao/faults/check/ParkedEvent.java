package org.yiqiao.faults.check;

/** An event that is stored until its predecessor arrives. */
public record ParkedEvent(String handler, String aggregateId, long seq) {}
