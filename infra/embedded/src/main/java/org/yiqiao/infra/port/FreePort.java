package org.yiqiao.infra.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks that a port is free, before a server listens on it that would fail late or with an unclear error. */
public final class FreePort {
    private static final int FIRST_UNPRIVILEGED = 1024;

    private FreePort() {}

    /**
     * Returns the port, or any free port for 0.
     *
     * @param serverName the server that will listen on the port, for the exception
     * @throws PortInUseException if another program listens on the port
     */
    public static int of(String host, int port, String serverName) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
            return probe.getLocalPort();
        } catch (BindException e) {
            throw isTaken(host, port) ? new PortInUseException(port, serverName, e) : cannotListen(host, port, e);
        } catch (IOException e) {
            throw cannotListen(host, port, e);
        }
    }

    /**
     * Returns whether another program has the port. A port can also be unavailable because the address is not one of
     * this machine or the port is privileged.
     */
    private static boolean isTaken(String host, int port) {
        return port >= FIRST_UNPRIVILEGED && of(host, 0, "probe") > 0;
    }

    private static UncheckedIOException cannotListen(String host, int port, IOException cause) {
        return new UncheckedIOException("Cannot listen on " + host + ":" + port, cause);
    }
}
