package org.yiqiao.bench.subject;

/** Starts a subject on the servers of a run. The start returns when the subject is ready for load. */
public interface BenchmarkSubject {

    String name();

    RunningBenchmarkSubject start(SharedBenchmarkServers servers) throws Exception;
}
