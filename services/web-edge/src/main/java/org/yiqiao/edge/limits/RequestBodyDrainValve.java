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
 * Reads what is left of a body that nobody wanted, so that its sender sees the answer; for a few seconds only. Then the
 * connection is closed: the server itself would go on for as long as a byte comes now and then.
 */
final class RequestBodyDrainValve extends ValveBase {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST = 16 << 20;

    private final Duration timeout;

    RequestBodyDrainValve() {
        this(TIMEOUT);
    }

    RequestBodyDrainValve(Duration patience) {
        super(true);
        this.timeout = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !drainBody(request)) {
            response.finishResponse();
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Whether the body has ended, after what came of it in time was read. */
    private boolean drainBody(Request request) {
        long deadline = System.nanoTime() + timeout.toNanos();
        byte[] rest = new byte[8 << 10];
        int read = 0;
        try {
            ServletInputStream body = request.getInputStream();
            while (!body.isFinished()) {
                int count = System.nanoTime() < deadline && read < MOST ? body.read(rest) : 0;
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
