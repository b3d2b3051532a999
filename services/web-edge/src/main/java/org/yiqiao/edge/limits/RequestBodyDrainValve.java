package org.yiqiao.edge.limits;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Drains the unread rest of a request body, so that the client receives the response. Draining stops after a few
 * seconds or at a maximum size, and the connection is closed. Without this valve, the server would continue to read as
 * long as single bytes arrive.
 */
final class RequestBodyDrainValve extends ValveBase {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 16 << 20;

    private final Duration timeout;

    RequestBodyDrainValve() {
        this(TIMEOUT);
    }

    RequestBodyDrainValve(Duration timeout) {
        super(true);
        this.timeout = timeout;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !drainBody(request)) {
            response.finishResponse();
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Reads the rest of the body until the timeout, and returns whether the body has ended. */
    private boolean drainBody(Request request) {
        long deadline = System.nanoTime() + timeout.toNanos();
        byte[] buffer = new byte[8 << 10];
        int read = 0;
        try {
            ServletInputStream body = request.getInputStream();
            while (!body.isFinished()) {
                int count = System.nanoTime() < deadline && read < MAX_BYTES ? body.read(buffer) : 0;
                if (count <= 0) {
                    return count < 0;
                }
                read += count;
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
