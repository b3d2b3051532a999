package org.yiqiao.bench.report;

/** One further figure, such as {@code rebuild.eventsPerSecond}, and how it is to be read. */
public record BenchmarkFigure(String name, double value, String unit) {}
