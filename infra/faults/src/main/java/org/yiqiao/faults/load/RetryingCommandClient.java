package org.yiqiao.faults.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;

/** Sends a command with one idempotency key until it gets a final response, as a careful client does. */
final class RetryingCommandClient {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final ServiceHttpClient http;
    private final ClientOperationHistory history;
    private final BooleanSupplier keepRetrying;

    /** @param keepRetrying whether to continue retrying; asked after each failed attempt */
    RetryingCommandClient(ServiceHttpClient http, ClientOperationHistory history, BooleanSupplier keepRetrying) {
        this.http = http;
        this.history = history;
        this.keepRetrying = keepRetrying;
    }

    /**
     * Sends the command and records its outcome. Returns the response to the last attempt, or null if there was none.
     */
    ServiceHttpClient.@Nullable ServiceResponse send(ClientCommandRequest request, @Nullable String aggregate) {
        ServiceHttpClient.ServiceResponse response = null;
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

    private ServiceHttpClient.@Nullable ServiceResponse attempt(ClientCommandRequest request) {
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

    private static ClientCommandOutcome toOutcome(
            ClientCommandRequest request,
            @Nullable String aggregate,
            ServiceHttpClient.@Nullable ServiceResponse response,
            int attempts) {
        if (response == null || response.isRetryable()) {
            return new ClientCommandOutcome(
                    request.key(), aggregate, request.event(), ClientCommandOutcome.Status.UNKNOWN, 0, attempts);
        }
        if (!response.isSuccess()) {
            return new ClientCommandOutcome(
                    request.key(), aggregate, request.event(), ClientCommandOutcome.Status.REFUSED, 0, attempts);
        }
        String id = response.body().path("id").asString();
        return new ClientCommandOutcome(
                request.key(),
                id,
                request.event(),
                ClientCommandOutcome.Status.ACKNOWLEDGED,
                response.version(),
                attempts);
    }
}
