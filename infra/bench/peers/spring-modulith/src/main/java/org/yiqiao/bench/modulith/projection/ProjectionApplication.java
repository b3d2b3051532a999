package org.yiqiao.bench.modulith.projection;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that consumes the events. */
@SpringBootApplication
public class ProjectionApplication {}
