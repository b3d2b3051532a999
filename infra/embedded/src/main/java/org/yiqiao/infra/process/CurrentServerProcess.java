package org.yiqiao.infra.process;

import java.util.concurrent.CountDownLatch;

/**
 * A process that serves until it is stopped. It prints {@code ready <address>} once it serves, and closes its server on
 * SIGTERM. With the system property {@code yiqiao.ends-with-parent} it also ends, in every case, when its parent
 * process ends.
 */
public final class CurrentServerProcess {
    private static final String ENDS_WITH_PARENT = "yiqiao.ends-with-parent";

    private CurrentServerProcess() {}

    /**
     * Blocks until the thread is interrupted.
     *
     * @param close stops the server; called once, when the process ends
     */
    public static void serveUntilStopped(String address, Runnable close) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(close));
        exitWithParentIfConfigured();
        System.out.println("ready " + address);
        new CountDownLatch(1).await();
    }

    /**
     * Ends this process when its parent process ends, if the system property {@code yiqiao.ends-with-parent} is set.
     */
    public static void exitWithParentIfConfigured() {
        if (Boolean.getBoolean(ENDS_WITH_PARENT)) {
            ProcessHandle.current().parent().ifPresent(CurrentServerProcess::exitWith);
        }
    }

    private static void exitWith(ProcessHandle parent) {
        var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }
}
