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

/** A network between the services and one server, which can be slowed, cut and made to swallow what it is given. */
public final class NetworkProxy implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    /** What the network does to bytes and connections. */
    public enum NetworkCondition {
        HEALTHY,
        /** Every piece arrives 100 ms late. */
        SLOW,
        /** Connections are reset, and new ones too. */
        RESET,
        /** Nothing arrives in either direction, and no connection ends. */
        BLACK_HOLE,
        /** Requests arrive, answers do not. */
        RESPONSES_LOST,
        /** Answers arrive, requests do not. */
        REQUESTS_LOST,
        /** Connections that are there go on, new ones are accepted and never served. */
        ACCEPT_ONLY
    }

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private volatile NetworkCondition weather = NetworkCondition.HEALTHY;
    private volatile boolean closed;

    /** @param target port on this machine */
    NetworkProxy(int target) {
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
        synchronized (change) {
            weather = next;
            change.notifyAll();
        }
        if (next == NetworkCondition.RESET) {
            open.forEach(NetworkProxy::reset);
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
                if (weather == NetworkCondition.RESET) {
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
        open.add(client);
        try {
            awaitConditionOtherThan(NetworkCondition.ACCEPT_ONLY);
            Socket server = new Socket();
            open.add(server);
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

    private void forward(Socket from, Socket to, NetworkCondition swallowing) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (weather == NetworkCondition.SLOW) {
                    Thread.sleep(100);
                }
                awaitConditionOtherThan(NetworkCondition.BLACK_HOLE, swallowing);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitConditionOtherThan(NetworkCondition... holding) throws InterruptedException {
        Set<NetworkCondition> those = Set.of(holding);
        synchronized (change) {
            while (those.contains(weather) && !closed) {
                change.wait();
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // Then it is what it should be.
        }
    }
}
