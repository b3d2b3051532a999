package org.yiqiao.infra.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yiqiao.infra.port.FreePort;

/**
 * A document store in this JVM that serves the drivers of MongoDB and keeps its documents and indexes in one file.
 * Acknowledged writes survive a kill of the process, but not a power failure: the operating system decides when it
 * writes to disk.
 */
public final class EmbeddedDocumentStore implements AutoCloseable {
    private static final int CACHE_MEGABYTES = 64;

    private final EmbeddedStoreBackend backend;
    private final StorageMaintenance maintenance;
    private final MongoWireServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDocumentStore(StorageEngine storage, InetSocketAddress address) {
        try {
            backend = new EmbeddedStoreBackend(storage);
            server = new MongoWireServer(backend, address);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
        maintenance = new StorageMaintenance(storage);
    }

    /**
     * Opens the store. Creates the file and its directory if they do not exist.
     *
     * @param port 0 for any free port
     * @throws org.yiqiao.infra.port.PortInUseException if another program listens on the port
     * @throws IllegalStateException if another process has the file open
     */
    public static EmbeddedDocumentStore start(Path file, String host, int port) {
        return start(file, host, port, CACHE_MEGABYTES);
    }

    /**
     * Opens the store like {@link #start(Path, String, int)}, with another limit for the pages of the file in memory.
     */
    public static EmbeddedDocumentStore start(Path file, String host, int port, int cacheMegabytes) {
        int freePort = FreePort.of(host, port, MongoWireServer.NAME);
        return new EmbeddedDocumentStore(
                StorageEngine.open(file, cacheMegabytes), new InetSocketAddress(host, freePort));
    }

    /** Starts a store that keeps nothing after it is closed, on any free port of the loopback address. */
    public static EmbeddedDocumentStore inMemory() {
        return new EmbeddedDocumentStore(
                StorageEngine.inMemory(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /**
     * Returns a connection string for the drivers of MongoDB. The store has no sessions, and therefore no retryable
     * writes.
     */
    public String uri() {
        InetSocketAddress address = server.address();
        String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
        return "mongodb://" + host + ":" + address.getPort() + "/?directConnection=true&retryWrites=false";
    }

    /**
     * Sets a listener for the failure of the store. If its file cannot be written, for example on a full disk, the
     * store rejects everything until it is started again. It then has all acknowledged writes.
     *
     * @param listener called, once or more, after such a failure
     */
    void onFailure(Runnable listener) {
        maintenance.onStorageClosed(listener);
    }

    /** Closes all connections and writes everything to the file. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.close();
        maintenance.close();
        backend.close();
    }
}
