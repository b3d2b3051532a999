package org.yiqiao.edge.web;

/** A path that takes a larger body than others, up to {@code limit} bytes. */
public record BodySizeLimit(String path, long maxBytes) {}
