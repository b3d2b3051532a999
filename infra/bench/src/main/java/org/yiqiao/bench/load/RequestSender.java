package org.yiqiao.bench.load;

/** How requests get to a subject. */
public interface RequestSender extends AutoCloseable {

    /** Gives the subject the ledger's arrivals and notes its answers there; returns when all are answered or given up. */
    void send(LoadRecorder ledger) throws InterruptedException;

    @Override
    void close();
}
