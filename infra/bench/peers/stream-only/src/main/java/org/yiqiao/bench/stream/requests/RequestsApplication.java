package org.yiqiao.bench.stream.requests;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that answers HTTP. */
@SpringBootApplication
public class RequestsApplication {}
