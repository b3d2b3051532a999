package org.yiqiao.faults.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;

/** Sends a command until it is answered for good, always with the same idempotency key, as a careful client does. */
final class Caller {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Http http;
    private final History history;
    private final BooleanSupplier patient;

    /** @param patient whether to go on trying */
    Caller(Http http, History history, BooleanSupplier patient) {
        this.http = http;
        this.history = history;
        this.patient = patient;
    }

    /** The last answer, or null if there was none. */
    Http.@Nullable Answer call(Call call, @Nullable String aggregate) {
        Http.Answer answer = null;
        int attempts = 0;
        do {
            if (attempts++ > 0) {
                Await.pass(PAUSE);
            }
            answer = attempt(call);
        } while ((answer == null || answer.isPassing()) && patient.getAsBoolean());
        history.add(command(call, aggregate, answer, attempts));
        return answer;
    }

    private Http.@Nullable Answer attempt(Call call) {
        try {
            return http.post(
                    call.service(), call.path(), call.by(), call.body(), Map.of("Idempotency-Key", call.key()));
        } catch (IOException unknown) {
            return null;
        }
    }

    private static Command command(Call call, @Nullable String aggregate, Http.@Nullable Answer answer, int attempts) {
        if (answer == null || answer.isPassing()) {
            return new Command(call.key(), aggregate, call.event(), Command.Result.UNKNOWN, 0, attempts);
        }
        if (!answer.isSuccess()) {
            return new Command(call.key(), aggregate, call.event(), Command.Result.REFUSED, 0, attempts);
        }
        String id = answer.body().path("id").asString();
        return new Command(call.key(), id, call.event(), Command.Result.ACKNOWLEDGED, answer.version(), attempts);
    }
}
