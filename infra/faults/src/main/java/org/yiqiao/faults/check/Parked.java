package org.yiqiao.faults.check;

/** An event that waits for its predecessor. */
public record Parked(String subscriber, String subject, long seq) {}
