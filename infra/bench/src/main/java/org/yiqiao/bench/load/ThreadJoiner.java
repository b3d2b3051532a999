package org.yiqiao.bench.load;

/** Waits for threads that are about to end. */
final class ThreadJoiner {

    private ThreadJoiner() {}

    /** Waits for the thread despite interrupts, and sets the interrupt flag again afterwards. */
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
