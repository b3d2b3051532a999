package org.yiqiao.faults.load;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;
import org.yiqiao.faults.cluster.TestUser;

/** Takes one request through the services, up to a random step. Each step waits for the previous one. */
final class RequestJourney implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int MAX_CLAIM_ATTEMPTS = 40;
    private static final TestUser WORKER = TownFixture.worker("worker-1");

    private final String name;
    private final RetryingCommandClient client;
    private final TownFixture town;
    private final RecentRequestIds recentRequests;
    private final Random random;
    private TestUser resident = TownFixture.resident("resident-0");

    RequestJourney(
            String name, RetryingCommandClient client, TownFixture town, RecentRequestIds recentRequests, long seed) {
        this.name = name;
        this.client = client;
        this.town = town;
        this.recentRequests = recentRequests;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        switch (random.nextInt(10)) {
            case 0 -> reportMatter();
            case 1, 2 -> requestHelp();
            default -> reportProblem();
        }
    }

    private void reportMatter() {
        client.send(
                new ClientCommandRequest(
                        PlatformService.GRID_MANAGEMENT,
                        "/api/matters",
                        town.chief(),
                        name + ".matter",
                        Map.of("service", "Park", "description", "Bench", "location", town.randomLocation(random)),
                        "MatterReported"),
                null);
    }

    private void requestHelp() {
        String request = submitRequest("HELP");
        if (request == null || !isContinued()) {
            return;
        }
        for (int attempt = 0; attempt < MAX_CLAIM_ATTEMPTS; attempt++) {
            ServiceHttpClient.ServiceResponse response = client.send(
                    new ClientCommandRequest(
                            PlatformService.SOCIAL_ORGANIZATIONS,
                            "/api/claims",
                            town.organizationLead(),
                            name + ".claim" + attempt,
                            Map.of("request", request, "organization", town.organization()),
                            "HelpMatched"),
                    request);
            if (response == null || response.isSuccess()) {
                return;
            }
            Await.sleep(Duration.ofMillis(250));
        }
    }

    private void reportProblem() {
        String request = submitRequest("REPORT");
        if (request == null
                || !isContinued()
                || sendCommand(
                                request,
                                "classify",
                                WORKER,
                                Map.of("kind", "REPORT", "caseKind", "IMMEDIATE"),
                                "RequestClassified")
                        == null
                || !isContinued()) {
            return;
        }
        ServiceHttpClient.ServiceResponse dispatched =
                sendCommand(request, "dispatch", WORKER, Map.of(), "RequestDispatched");
        if (dispatched == null || !isContinued()) {
            return;
        }
        resolveAndClose(request);
    }

    private void resolveAndClose(String request) {
        TestUser handler = town.chief();
        if (sendCommand(request, "accept", handler, Map.of(), "DispatchAccepted") == null
                || sendCommand(request, "resolve", handler, Map.of("measures", "Done."), "ResolutionReported")
                        == null) {
            return;
        }
        if (random.nextInt(5) == 0) {
            sendCommand(request, "verify", WORKER, Map.of("solved", false, "reason", "Not yet."), "VerificationFailed");
            return;
        }
        if (sendCommand(request, "verify", WORKER, Map.of("solved", true), "ResolutionVerified") == null
                || sendCommand(request, "close", WORKER, Map.of(), "RequestClosed") == null
                || !isContinued()) {
            return;
        }
        if (random.nextBoolean()) {
            sendCommand(request, "rate", resident, Map.of("solved", true, "satisfaction", "SATISFIED"), "OutcomeRated");
        } else {
            sendCommand(request, "reopen", resident, Map.of("reason", "Again."), "RequestReopened");
        }
    }

    private @Nullable String submitRequest(String kind) {
        resident = TownFixture.resident("resident-" + random.nextInt(1_000));
        ServiceHttpClient.ServiceResponse response = client.send(
                new ClientCommandRequest(
                        PlatformService.RESIDENT_REQUESTS,
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
                                town.randomLocation(random)),
                        "RequestSubmitted"),
                null);
        if (response == null || !response.isSuccess()) {
            return null;
        }
        String id = response.body().path("id").asString();
        recentRequests.add(id);
        return id;
    }

    private ServiceHttpClient.@Nullable ServiceResponse sendCommand(
            String request, String verb, TestUser caller, Map<String, ?> body, String event) {
        Await.sleep(PAUSE);
        ServiceHttpClient.ServiceResponse response = client.send(
                new ClientCommandRequest(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests/" + request + "/" + verb,
                        caller,
                        name + "." + verb,
                        body,
                        event),
                request);
        return response == null || !response.isSuccess() ? null : response;
    }

    private boolean isContinued() {
        return random.nextInt(8) > 0;
    }
}
