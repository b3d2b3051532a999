package org.yiqiao.edge.web;

import com.mongodb.MongoException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Recognizes a failure that a client caused by closing its connection while the response was written. A broken
 * connection to the store is no such failure.
 */
final class ClientDisconnect {

    private ClientDisconnect() {}

    static boolean isCauseOf(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return causes.stream().noneMatch(MongoException.class::isInstance)
                && causes.stream().anyMatch(ClientDisconnect::isDisconnect);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static boolean isDisconnect(Throwable cause) {
        return cause instanceof ClientAbortException
                || cause instanceof AsyncRequestNotUsableException
                || (cause instanceof IOException && isConnectionMessage(cause.getMessage()));
    }

    private static boolean isConnectionMessage(@Nullable String message) {
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return text.contains("broken pipe") || text.contains("connection reset by peer");
    }
}
