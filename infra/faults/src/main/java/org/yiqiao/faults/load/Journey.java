package org.yiqiao.faults.load;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;
import org.yiqiao.faults.town.Person;

/** One request on its way through all services, as far as chance lets it go; each step waits for the one before. */
final class Journey implements Runnable {

    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int HEARD_OF = 40;
    private static final Person WORKER = Ground.worker("worker-1");

    private final String name;
    private final Caller caller;
    private final Ground ground;
    private final Seen seen;
    private final Random random;
    private Person resident = Ground.resident("resident-0");

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
                            ground.lead(),
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
                                WORKER,
                                Map.of("kind", "REPORT", "caseKind", "IMMEDIATE"),
                                "RequestClassified")
                        == null
                || !goesOn()) {
            return;
        }
        Http.Answer dispatched = step(request, "dispatch", WORKER, Map.of(), "RequestDispatched");
        if (dispatched == null || !goesOn()) {
            return;
        }
        handle(request);
    }

    private void handle(String request) {
        Person handler = ground.chief();
        if (step(request, "accept", handler, Map.of(), "DispatchAccepted") == null
                || step(request, "resolve", handler, Map.of("measures", "Done."), "ResolutionReported") == null) {
            return;
        }
        if (random.nextInt(5) == 0) {
            step(request, "verify", WORKER, Map.of("solved", false, "reason", "Not yet."), "VerificationFailed");
            return;
        }
        if (step(request, "verify", WORKER, Map.of("solved", true), "ResolutionVerified") == null
                || step(request, "close", WORKER, Map.of(), "RequestClosed") == null
                || !goesOn()) {
            return;
        }
        if (random.nextBoolean()) {
            step(request, "rate", resident, Map.of("solved", true, "satisfaction", "SATISFIED"), "OutcomeRated");
        } else {
            step(request, "reopen", resident, Map.of("reason", "Again."), "RequestReopened");
        }
    }

    private @Nullable String submit(String kind) {
        resident = Ground.resident("resident-" + random.nextInt(1_000));
        Http.Answer answer = caller.call(
                new Call(
                        Service.RESIDENT_REQUESTS,
                        "/api/requests",
                        resident,
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

    private Http.@Nullable Answer step(String request, String verb, Person by, Map<String, ?> body, String event) {
        Await.pass(BETWEEN);
        Http.Answer answer = caller.call(
                new Call(
                        Service.RESIDENT_REQUESTS,
                        "/api/requests/" + request + "/" + verb,
                        by,
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
