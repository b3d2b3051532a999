package org.yiqiao.infra.process;

import java.util.concurrent.CountDownLatch;

/**
 * A process that serves until it is told to stop: it prints {@code ready <address>} once it serves, and closes its
 * server on SIGTERM. With the system property {@code yiqiao.ends-with-parent} it also ends when the process that
 * started it has ended, however that was.
 */
public final class ServerProcess {
    private static final String ENDS_WITH_PARENT = "yiqiao.ends-with-parent";

    private ServerProcess() {}

    /**
     * Returns only if its thread is interrupted.
     *
     * @param close stops the server; called once, when the process is to end
     */
    public static void serveUntilStopped(String address, Runnable close) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(close));
        exitWithParentIfConfigured();
        System.out.println("ready " + address);
        new CountDownLatch(1).await();
    }

    /** Where that system property is set, has this process end when the one that started it has ended. */
    public static void exitWithParentIfConfigured() {
        if (Boolean.getBoolean(ENDS_WITH_PARENT)) {
            ProcessHandle.current().parent().ifPresent(ServerProcess::exitWith);
        }
    }

    private static void exitWith(ProcessHandle parent) {
        var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }
}
