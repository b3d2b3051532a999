package org.yiqiao.bench.load;

/** How requests get to a subject. */
public interface Drive extends AutoCloseable {

    /** Gives the subject the ledger's arrivals and notes its answers there; returns when all are answered or given up. */
    void offer(Ledger ledger) throws InterruptedException;

    @Override
    void close();
}
