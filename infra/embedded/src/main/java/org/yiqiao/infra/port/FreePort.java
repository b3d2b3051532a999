package org.yiqiao.infra.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out whether a port is free before something that would fail late or unclearly listens on it. */
public final class FreePort {
    private static final int FIRST_UNPRIVILEGED = 1024;

    private FreePort() {}

    /**
     * Returns the port, or any free one for 0.
     *
     * @param wantedBy what is going to listen, for the exception
     * @throws PortInUseException if something listens on it
     */
    public static int of(String host, int port, String wantedBy) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
            return probe.getLocalPort();
        } catch (BindException e) {
            throw isTaken(host, port) ? new PortInUseException(port, wantedBy, e) : cannotListen(host, port, e);
        } catch (IOException e) {
            throw cannotListen(host, port, e);
        }
    }

    /** Not if the address is not this machine's, or the port is the system's own. */
    private static boolean isTaken(String host, int port) {
        return port >= FIRST_UNPRIVILEGED && of(host, 0, "probe") > 0;
    }

    private static UncheckedIOException cannotListen(String host, int port, IOException cause) {
        return new UncheckedIOException("Cannot listen on " + host + ":" + port, cause);
    }
}
