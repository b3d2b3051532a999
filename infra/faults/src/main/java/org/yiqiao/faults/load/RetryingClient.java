package org.yiqiao.faults.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;

/** Sends a command with one idempotency key until it gets a final response, as a careful client does. */
final class RetryingClient {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final ServiceClient http;
    private final OperationHistory history;
    private final BooleanSupplier keepRetrying;

    /** @param keepRetrying whether to continue retrying; asked after each failed attempt */
    RetryingClient(ServiceClient http, OperationHistory history, BooleanSupplier keepRetrying) {
        this.http = http;
        this.history = history;
        this.keepRetrying = keepRetrying;
    }

    /**
     * Sends the command and records its outcome. Returns the response to the last attempt, or null if there was none.
     */
    ServiceClient.@Nullable ServiceResponse send(CommandRequest request, @Nullable String aggregate) {
        ServiceClient.ServiceResponse response = null;
        int attempts = 0;
        do {
            if (attempts++ > 0) {
                Await.sleep(PAUSE);
            }
            response = attempt(request);
        } while ((response == null || response.isRetryable()) && keepRetrying.getAsBoolean());
        history.add(toOutcome(request, aggregate, response, attempts));
        return response;
    }

    private ServiceClient.@Nullable ServiceResponse attempt(CommandRequest request) {
        try {
            return http.post(
                    request.service(),
                    request.path(),
                    request.caller(),
                    request.body(),
                    Map.of("Idempotency-Key", request.key()));
        } catch (IOException noResponse) {
            return null;
        }
    }

    private static CommandOutcome toOutcome(
            CommandRequest request,
            @Nullable String aggregate,
            ServiceClient.@Nullable ServiceResponse response,
            int attempts) {
        if (response == null || response.isRetryable()) {
            return new CommandOutcome(
                    request.key(), aggregate, request.event(), CommandOutcome.Status.UNKNOWN, 0, attempts);
        }
        if (!response.isSuccess()) {
            return new CommandOutcome(
                    request.key(), aggregate, request.event(), CommandOutcome.Status.REFUSED, 0, attempts);
        }
        String id = response.body().path("id").asString();
        return new CommandOutcome(
                request.key(), id, request.event(), CommandOutcome.Status.ACKNOWLEDGED, response.version(), attempts);
    }
}
