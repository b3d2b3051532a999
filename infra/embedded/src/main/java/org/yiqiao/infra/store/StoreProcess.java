package org.yiqiao.infra.store;

import java.nio.file.Path;
import org.yiqiao.infra.process.ServingProcess;

/**
 * A document store in a process of its own: {@code StoreProcess <file> <port>}. It ends with status 1 if the store cannot
 * go on, so that whoever watches over it starts it again.
 */
public final class StoreProcess {
    private StoreProcess() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.start(Path.of(args[0]), "127.0.0.1", Integer.parseInt(args[1]));
        store.whenItCannotGoOn(() -> Runtime.getRuntime().halt(1));
        ServingProcess.serve(store.uri(), store::close);
    }
}
