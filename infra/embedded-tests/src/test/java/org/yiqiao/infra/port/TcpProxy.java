package org.yiqiao.infra.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on any free port, which forwards connections once it knows its target. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    public TcpProxy() throws IOException {}

    public String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** Returns the number of clients that have connected. */
    public int connectionCount() {
        return sockets.size() / 2;
    }

    /** @param target host and port */
    public void forwardTo(String target) {
        String[] hostAndPort = target.split(":", 2);
        Thread.startVirtualThread(() -> accept(hostAndPort[0], Integer.parseInt(hostAndPort[1])));
    }

    private void accept(String host, int port) {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(host, port);
                sockets.addAll(List.of(client, server));
                Thread.startVirtualThread(() -> pump(client, server));
                Thread.startVirtualThread(() -> pump(server, client));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // one end closed its connection, so both are closed
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
