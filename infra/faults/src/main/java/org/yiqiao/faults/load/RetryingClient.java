package org.yiqiao.faults.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;

/** Sends a command until it is answered for good, always with the same idempotency key, as a careful client does. */
final class RetryingClient {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final ServiceClient http;
    private final OperationHistory history;
    private final BooleanSupplier patient;

    /** @param patient whether to go on trying */
    RetryingClient(ServiceClient http, OperationHistory history, BooleanSupplier patient) {
        this.http = http;
        this.history = history;
        this.patient = patient;
    }

    /** The last answer, or null if there was none. */
    ServiceClient.@Nullable ServiceResponse send(CommandRequest call, @Nullable String aggregate) {
        ServiceClient.ServiceResponse answer = null;
        int attempts = 0;
        do {
            if (attempts++ > 0) {
                Await.sleep(PAUSE);
            }
            answer = attempt(call);
        } while ((answer == null || answer.isRetryable()) && patient.getAsBoolean());
        history.add(toOutcome(call, aggregate, answer, attempts));
        return answer;
    }

    private ServiceClient.@Nullable ServiceResponse attempt(CommandRequest call) {
        try {
            return http.post(
                    call.service(), call.path(), call.caller(), call.body(), Map.of("Idempotency-Key", call.key()));
        } catch (IOException unknown) {
            return null;
        }
    }

    private static CommandOutcome toOutcome(
            CommandRequest call,
            @Nullable String aggregate,
            ServiceClient.@Nullable ServiceResponse answer,
            int attempts) {
        if (answer == null || answer.isRetryable()) {
            return new CommandOutcome(call.key(), aggregate, call.event(), CommandOutcome.Status.UNKNOWN, 0, attempts);
        }
        if (!answer.isSuccess()) {
            return new CommandOutcome(call.key(), aggregate, call.event(), CommandOutcome.Status.REFUSED, 0, attempts);
        }
        String id = answer.body().path("id").asString();
        return new CommandOutcome(
                call.key(), id, call.event(), CommandOutcome.Status.ACKNOWLEDGED, answer.version(), attempts);
    }
}
