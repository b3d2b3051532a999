package org.yiqiao.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks for free ports before anything is started. */
final class PortAvailability {

    private PortAvailability() {}

    /** Returns a port that is free at the moment. */
    static int findFree(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupException("No port is free at " + address + ": " + e.getMessage(), e);
        }
    }

    /** @throws StartupException if the port is not available, for example because another program listens on it */
    static void requireFree(String address, int port, String service) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new StartupException(
                    "Port %d for %s is not available (%s). Choose another port with --yiqiao.ports.%s=…"
                            .formatted(port, service, e.getMessage(), service),
                    e);
        }
    }
}
