package org.yiqiao.bench.load;

/** Sends requests to a subject. */
public interface LoadSender extends AutoCloseable {

    /**
     * Sends a request for each arrival of the recorder's schedule and records the responses. Returns when every request
     * is answered or has failed.
     */
    void send(LoadRecorder recorder) throws InterruptedException;

    @Override
    void close();
}
