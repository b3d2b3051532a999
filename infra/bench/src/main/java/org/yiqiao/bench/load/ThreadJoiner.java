package org.yiqiao.bench.load;

/** Waiting for threads that are about to end. */
final class ThreadJoiner {

    private ThreadJoiner() {}

    /** Waits however often it is interrupted, and leaves the interrupt to whoever asks next. */
    static void joinUninterruptibly(Thread ending) {
        boolean interrupted = false;
        while (ending.isAlive()) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
