package org.yiqiao.infra.store;

import java.nio.file.Path;
import org.yiqiao.infra.process.CurrentServerProcess;

/**
 * Runs a document store as its own process: {@code DocumentStoreProcess <file> <port> [<host>]}. Without a host, it
 * listens on the loopback address. The process ends with status 1 if the store cannot continue, so that a supervisor
 * restarts it.
 */
public final class DocumentStoreProcess {
    private DocumentStoreProcess() {}

    public static void main(String[] args) throws InterruptedException {
        String host = args.length > 2 ? args[2] : "127.0.0.1";
        EmbeddedDocumentStore store = EmbeddedDocumentStore.start(Path.of(args[0]), host, Integer.parseInt(args[1]));
        store.onFailure(() -> Runtime.getRuntime().halt(1));
        CurrentServerProcess.serveUntilStopped(store.uri(), store::close);
    }
}
