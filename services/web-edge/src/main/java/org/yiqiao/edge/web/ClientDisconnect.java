package org.yiqiao.edge.web;

import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Recognizes a failure that a client caused by closing its connection while the response was written. The server and
 * Spring report it with types of their own. A broken connection to another server is no such failure.
 */
final class ClientDisconnect {

    private ClientDisconnect() {}

    static boolean isCauseOf(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream().anyMatch(ClientDisconnect::isDisconnect);
    }

    private static boolean isDisconnect(Throwable cause) {
        return cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException;
    }
}
