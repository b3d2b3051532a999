package org.yiqiao.infra.port;

/** Something else listens on the port that a part of this program was told to listen on. */
public final class PortInUseException extends RuntimeException {
    private final int port;
    private final String wantedBy;

    public PortInUseException(int port, String wantedBy, Throwable cause) {
        super("Port " + port + " is taken by another program; the " + wantedBy + " cannot listen on it", cause);
        this.port = port;
        this.wantedBy = wantedBy;
    }

    public int port() {
        return port;
    }

    /** What wanted the port, in words: "document store", "message broker". */
    public String serverName() {
        return wantedBy;
    }
}
