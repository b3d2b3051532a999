package org.yiqiao.faults.load;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;

/** One request on its way through all services, as far as chance lets it go; each step waits for the one before. */
final class Journey implements Runnable {

    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int HEARD_OF = 40;
    private static final String OPERATOR = "operator-1";

    private final String name;
    private final Caller caller;
    private final Ground ground;
    private final Seen seen;
    private final Random random;

    Journey(String name, Caller caller, Ground ground, Seen seen, long seed) {
        this.name = name;
        this.caller = caller;
        this.ground = ground;
        this.seen = seen;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        switch (random.nextInt(10)) {
            case 0 -> reportMatter();
            case 1, 2 -> askForHelp();
            default -> report();
        }
    }

    private void reportMatter() {
        caller.call(
                new Call(
                        Service.GRID_MANAGEMENT,
                        "/api/matters",
                        ground.chief(),
                        name + ".matter",
                        Map.of("service", "Park", "description", "Bench", "location", ground.somewhere(random)),
                        "MatterReported"),
                null);
    }

    private void askForHelp() {
        String request = submit("HELP");
        if (request == null || !goesOn()) {
            return;
        }
        for (int attempt = 0; attempt < HEARD_OF; attempt++) {
            Http.Answer answer = caller.call(
                    new Call(
                            Service.SOCIAL_ORGANIZATIONS,
                            "/api/claims",
                            OPERATOR,
                            name + ".claim" + attempt,
                            Map.of("request", request, "organization", ground.organization()),
                            "HelpMatched"),
                    request);
            if (answer == null || answer.isSuccess()) {
                return;
            }
            Await.pass(Duration.ofMillis(250));
        }
    }

    private void report() {
        String request = submit("REPORT");
        if (request == null
                || !goesOn()
                || step(
                                request,
                                "classify",
                                OPERATOR,
                                Map.of("kind", "REPORT", "caseKind", "IMMEDIATE"),
                                "RequestClassified")
                        == null
                || !goesOn()) {
            return;
        }
        Http.Answer dispatched = step(request, "dispatch", OPERATOR, Map.of(), "RequestDispatched");
        if (dispatched == null || !goesOn()) {
            return;
        }
        handle(request, dispatched.body().path("handler").asString());
    }

    private void handle(String request, String handler) {
        if (step(request, "accept", handler, Map.of(), "DispatchAccepted") == null
                || step(request, "resolve", handler, Map.of("measures", "Done."), "ResolutionReported") == null) {
            return;
        }
        if (random.nextInt(5) == 0) {
            step(request, "verify", OPERATOR, Map.of("solved", false, "reason", "Not yet."), "VerificationFailed");
            return;
        }
        if (step(request, "verify", OPERATOR, Map.of("solved", true), "ResolutionVerified") == null
                || step(request, "close", OPERATOR, Map.of(), "RequestClosed") == null
                || !goesOn()) {
            return;
        }
        if (random.nextBoolean()) {
            step(request, "rate", "resident-1", Map.of("solved", true, "satisfaction", "SATISFIED"), "OutcomeRated");
        } else {
            step(request, "reopen", "resident-1", Map.of("reason", "Again."), "RequestReopened");
        }
    }

    private @Nullable String submit(String kind) {
        Http.Answer answer = caller.call(
                new Call(
                        Service.RESIDENT_REQUESTS,
                        "/api/requests",
                        "resident-" + random.nextInt(1_000),
                        name + ".submit",
                        Map.of(
                                "service",
                                "Service " + random.nextInt(5),
                                "kind",
                                kind,
                                "description",
                                "As it is.",
                                "location",
                                ground.somewhere(random)),
                        "RequestSubmitted"),
                null);
        if (answer == null || !answer.isSuccess()) {
            return null;
        }
        String id = answer.body().path("id").asString();
        seen.add(id);
        return id;
    }

    private Http.@Nullable Answer step(String request, String verb, String actor, Map<String, ?> body, String event) {
        Await.pass(BETWEEN);
        Http.Answer answer = caller.call(
                new Call(
                        Service.RESIDENT_REQUESTS,
                        "/api/requests/" + request + "/" + verb,
                        actor,
                        name + "." + verb,
                        body,
                        event),
                request);
        return answer == null || !answer.isSuccess() ? null : answer;
    }

    private boolean goesOn() {
        return random.nextInt(8) > 0;
    }
}
