package org.yiqiao.bench.modulith.projection;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that consumes. */
@SpringBootApplication
public class ProjectionApplication {}
