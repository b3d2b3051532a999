package org.yiqiao.edge.web;

/** A path with a size limit of its own for request bodies, in bytes. */
public record BodySizeLimit(String path, long maxBytes) {}
