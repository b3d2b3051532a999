package org.yiqiao.infra.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yiqiao.infra.port.FreePort;

/**
 * A document store in this JVM that MongoDB's drivers talk to, with its documents and indexes in one file. What a client
 * was answered survives a kill of the process, though not a loss of power: the operating system writes to disk when it
 * likes to.
 */
public final class EmbeddedDocumentStore implements AutoCloseable {
    private static final int CACHE_MEGABYTES = 64;

    private final DocumentStoreBackend backend;
    private final StorageMaintenance housekeeping;
    private final MongoWireServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDocumentStore(StorageEngine storage, InetSocketAddress address) {
        try {
            backend = new DocumentStoreBackend(storage);
            server = new MongoWireServer(backend, address);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
        housekeeping = new StorageMaintenance(storage);
    }

    /**
     * Opens the store, or creates it and its directory.
     *
     * @param port 0 for any free one
     * @throws org.yiqiao.infra.port.PortInUseException if something else listens there
     * @throws IllegalStateException if another process has the file open
     */
    public static EmbeddedDocumentStore start(Path file, String host, int port) {
        return start(file, host, port, CACHE_MEGABYTES);
    }

    /** As {@link #start(Path, String, int)}, with another limit for the pages of the file that are kept in memory. */
    public static EmbeddedDocumentStore start(Path file, String host, int port, int cacheMegabytes) {
        int free = FreePort.of(host, port, MongoWireServer.NAME);
        return new EmbeddedDocumentStore(StorageEngine.open(file, cacheMegabytes), new InetSocketAddress(host, free));
    }

    /** A store that is gone when it is closed, on any free port of this machine's loopback address. */
    public static EmbeddedDocumentStore inMemory() {
        return new EmbeddedDocumentStore(
                StorageEngine.inMemory(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** For MongoDB's drivers. The store has no sessions, and so no retryable writes. */
    public String uri() {
        InetSocketAddress address = server.address();
        String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
        return "mongodb://" + host + ":" + address.getPort() + "/?directConnection=true&retryWrites=false";
    }

    /**
     * A store whose file cannot be written, as on a full disk, takes nothing until it is started again. What it has
     * acknowledged is there then.
     *
     * @param then called, once or more, when that has happened
     */
    void onFailure(Runnable then) {
        housekeeping.onStorageClosed(then);
    }

    /** Ends all connections and writes everything to the file. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.close();
        housekeeping.close();
        backend.close();
    }
}
