package org.yiqiao.infra.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.yiqiao.infra.process.ServingProcess;

/** As {@link StoreProcess}, but it takes checkpoints all the time so that a kill may hit one. */
final class CheckpointingProcess {
    private CheckpointingProcess() {}

    public static void main(String[] args) throws InterruptedException {
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
        String address = "mongodb://127.0.0.1:" + server.address().getPort();
        ServingProcess.serve(address + "/?retryWrites=false&directConnection=true", server::close);
    }
}
