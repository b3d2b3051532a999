package org.yiqiao.bench.subject;

/** Starts a subject on the servers of a run, and returns when it takes load. */
public interface BenchmarkSubject {

    String name();

    RunningSubject start(SharedServers servers) throws Exception;
}
