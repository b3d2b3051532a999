package org.yiqiao.faults.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy between the services and one server. The proxy can delay or hold back data and reset connections. */
public final class FaultInjectingProxy implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    /** The condition of the network. */
    public enum NetworkCondition {
        HEALTHY,
        /** Every chunk of data is delayed by 100 ms. */
        SLOW,
        /** Existing and new connections are reset. */
        RESET,
        /** No data arrives in either direction; connections stay open. */
        BLACK_HOLE,
        /** Requests arrive, responses do not. */
        RESPONSES_LOST,
        /** Responses arrive, requests do not. */
        REQUESTS_LOST,
        /** Existing connections work; new connections are accepted but not served. */
        ACCEPT_ONLY
    }

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> openSockets = ConcurrentHashMap.newKeySet();
    private final Object conditionChange = new Object();
    private volatile NetworkCondition condition = NetworkCondition.HEALTHY;
    private volatile boolean closed;

    /** @param target port of the server on this machine */
    FaultInjectingProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-" + target).start(this::acceptUntilClosed);
    }

    int port() {
        return listening.getLocalPort();
    }

    public void setCondition(NetworkCondition next) {
        synchronized (conditionChange) {
            condition = next;
            conditionChange.notifyAll();
        }
        if (next == NetworkCondition.RESET) {
            openSockets.forEach(FaultInjectingProxy::reset);
        }
    }

    @Override
    public void close() {
        closed = true;
        setCondition(NetworkCondition.RESET);
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptUntilClosed() {
        while (!closed) {
            try {
                Socket client = listening.accept();
                if (condition == NetworkCondition.RESET) {
                    reset(client);
                } else {
                    Thread.ofVirtual().start(() -> serve(client));
                }
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        openSockets.add(client);
        try {
            awaitConditionOtherThan(NetworkCondition.ACCEPT_ONLY);
            Socket server = new Socket();
            openSockets.add(server);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> forward(client, server, NetworkCondition.REQUESTS_LOST));
            forward(server, client, NetworkCondition.RESPONSES_LOST);
        } catch (IOException e) {
            reset(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(Socket from, Socket to, NetworkCondition blockingCondition) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (condition == NetworkCondition.SLOW) {
                    Thread.sleep(100);
                }
                awaitConditionOtherThan(NetworkCondition.BLACK_HOLE, blockingCondition);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            openSockets.remove(from);
            openSockets.remove(to);
        }
    }

    private void awaitConditionOtherThan(NetworkCondition... blockingConditions) throws InterruptedException {
        Set<NetworkCondition> blocking = Set.of(blockingConditions);
        synchronized (conditionChange) {
            while (blocking.contains(condition) && !closed) {
                conditionChange.wait();
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // The socket is already closed.
        }
    }
}
