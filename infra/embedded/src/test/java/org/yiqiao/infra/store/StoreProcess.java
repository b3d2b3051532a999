package org.yiqiao.infra.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A store in a process of its own, to be killed: it takes checkpoints all the time so that a kill may hit one. */
final class StoreProcess {
    private StoreProcess() {}

    public static void main(String[] args) throws IOException {
        Storage storage = Storage.open(Path.of(args[0]), 16);
        StoreServer server =
                new StoreServer(new StoreBackend(storage), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(() -> {
            for (int i = 1; ; i++) {
                storage.checkpoint();
                if (i % 50 == 0) {
                    storage.compact(FileCompaction.QUIET);
                }
                LockSupport.parkNanos(2_000_000); // writers need their turn too
            }
        });
        System.out.println(server.address().getPort());
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}
