package org.yiqiao.bench.report;

/** A figure of a further measurement, such as {@code rebuild.eventsPerSecond}, with its unit or explanation. */
public record BenchmarkFigure(String name, double value, String unit) {}
