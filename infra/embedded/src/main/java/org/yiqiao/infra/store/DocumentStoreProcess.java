package org.yiqiao.infra.store;

import java.nio.file.Path;
import org.yiqiao.infra.process.ServerProcess;

/**
 * A document store in a process of its own: {@code DocumentStoreProcess <file> <port>}. It ends with status 1 if the store cannot
 * go on, so that whoever watches over it starts it again.
 */
public final class DocumentStoreProcess {
    private DocumentStoreProcess() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedDocumentStore store =
                EmbeddedDocumentStore.start(Path.of(args[0]), "127.0.0.1", Integer.parseInt(args[1]));
        store.onFailure(() -> Runtime.getRuntime().halt(1));
        ServerProcess.serveUntilStopped(store.uri(), store::close);
    }
}
