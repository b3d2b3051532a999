package org.yiqiao.bench.stream.requests;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that accepts requests over HTTP. */
@SpringBootApplication
public class RequestsApplication {}
