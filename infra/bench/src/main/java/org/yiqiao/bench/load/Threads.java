package org.yiqiao.bench.load;

/** Waiting for threads that are about to end. */
final class Threads {

    private Threads() {}

    /** Waits however often it is interrupted, and leaves the interrupt to whoever asks next. */
    static void join(Thread ending) {
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
