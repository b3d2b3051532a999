package org.yiqiao.bench.subject;

/** Starts a subject on the servers of a run, and returns when it takes load. */
public interface Contender {

    String name();

    Subject start(Servers servers) throws Exception;
}
