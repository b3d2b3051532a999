package org.yiqiao.infra.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.yiqiao.infra.process.CurrentServerProcess;

/** Runs a store like {@link DocumentStoreProcess}, but takes checkpoints continuously, so that a kill can hit one. */
final class CheckpointingStoreProcess {
    private CheckpointingStoreProcess() {}

    public static void main(String[] args) throws InterruptedException {
        StorageEngine storage = StorageEngine.open(Path.of(args[0]), 16);
        MongoWireServer server = new MongoWireServer(
                new EmbeddedStoreBackend(storage), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(() -> {
            for (int i = 1; ; i++) {
                storage.checkpoint();
                if (i % 50 == 0) {
                    storage.compact(StoreFileCompactor.IDLE_LIVE_PERCENT);
                }
                LockSupport.parkNanos(2_000_000); // leaves time for writers
            }
        });
        String address = "mongodb://127.0.0.1:" + server.address().getPort();
        CurrentServerProcess.serveUntilStopped(address + "/?retryWrites=false&directConnection=true", server::close);
    }
}
