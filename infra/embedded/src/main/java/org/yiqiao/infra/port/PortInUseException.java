package org.yiqiao.infra.port;

/** Thrown when another program listens on a port that an embedded server needs. */
public final class PortInUseException extends RuntimeException {
    private final int port;
    private final String serverName;

    public PortInUseException(int port, String serverName, Throwable cause) {
        super("Port " + port + " is in use by another program; the " + serverName + " cannot listen on it", cause);
        this.port = port;
        this.serverName = serverName;
    }

    public int port() {
        return port;
    }

    /** Returns the name of the server that needs the port, for people: "document store", "message broker". */
    public String serverName() {
        return serverName;
    }
}
