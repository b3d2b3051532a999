package org.yiqiao.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether ports are free before anything is started. */
final class PortAvailability {

    private PortAvailability() {}

    /** A port that nobody listens on at the moment. */
    static int findFree(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupException("No port is free at " + address + ": " + e.getMessage(), e);
        }
    }

    /** @throws StartupException if another program listens there */
    static void requireFree(String address, int port, String of) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new StartupException(
                    "Port %d, which %s wants, is taken (%s). Choose another with --yiqiao.ports.%s=…"
                            .formatted(port, of, e.getMessage(), of),
                    e);
        }
    }
}
