package org.yiqiao.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether ports are free before anything is started. */
final class Ports {

    private Ports() {}

    /** @throws CannotStart if another program listens there */
    static void check(String address, int port, String of) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d, which %s wants, is taken (%s). Choose another with --yiqiao.ports.%s=…"
                            .formatted(port, of, e.getMessage(), of),
                    e);
        }
    }
}
