package org.yiqiao.faults.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.check.Violation;
import org.yiqiao.faults.check.Witness;
import org.yiqiao.faults.load.Command;
import org.yiqiao.faults.load.History;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;
import org.yiqiao.faults.town.Person;
import org.yiqiao.faults.town.Town;

/** Where a fault strikes: the town, what it may ask, and what it notes. */
public final class Scene {

    private final Town town;
    private final Witness witness;
    private final Planter planter;
    private final History history;
    private final Random random;
    private final Extent extent;
    private final Http http;
    private final List<Violation> violations = new ArrayList<>();
    private int runs;

    public Scene(Town town, Witness witness, Planter planter, History history, long seed, Extent extent) {
        this.town = town;
        this.witness = witness;
        this.planter = planter;
        this.history = history;
        this.random = new Random(seed);
        this.extent = extent;
        this.http = new Http(town, Duration.ofSeconds(15));
    }

    public List<Violation> violations() {
        return violations;
    }

    /** How often the fault has struck. */
    public int runs() {
        return runs;
    }

    Town town() {
        return town;
    }

    Witness witness() {
        return witness;
    }

    Planter planter() {
        return planter;
    }

    Random random() {
        return random;
    }

    Extent extent() {
        return extent;
    }

    /** One number for a build's selection, another for the whole. */
    <T> T either(T inShort, T inWhole) {
        return extent == Extent.SHORT ? inShort : inWhole;
    }

    void struck(int times) {
        runs += times;
    }

    /** Notes a violation unless something holds. */
    void expect(boolean holds, String invariant, String otherwise) {
        if (!holds) {
            violations.add(new Violation(invariant, otherwise));
        }
    }

    /** A service's health probe answers this status before long. */
    void expectHealth(Service service, String probe, int status) {
        expect(
                Await.until(Duration.ofSeconds(20), () -> town.health(service, probe) == status),
                "I14",
                probe + " of " + service.id() + " is not " + status + " but " + town.health(service, probe));
    }

    Http.@Nullable Answer get(Service service, String path) {
        try {
            return http.get(service, path, Person.operator());
        } catch (IOException unanswered) {
            return null;
        }
    }

    Http.@Nullable Answer post(Service service, String path, Object body) {
        return post(
                service,
                path,
                Person.operator(),
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Submits a request and keeps what was answered; null if nothing good was. */
    @Nullable
    String submit() {
        String key = UUID.randomUUID().toString();
        Http.Answer answer = post(
                Service.RESIDENT_REQUESTS,
                "/api/requests",
                new Person("resident-probe", List.of("resident@*")),
                Map.of(
                        "service", "Probe",
                        "description", "Probe",
                        "location", Map.of("lat", 50.5, "long", 10.5 + random.nextInt(4))),
                Map.of("Idempotency-Key", key));
        if (answer == null || !answer.isSuccess()) {
            return null;
        }
        String id = answer.body().path("id").asString();
        acknowledged(key, id, "RequestSubmitted", answer.version());
        return id;
    }

    /** Keeps that a command of the fault's own was acknowledged. */
    void acknowledged(String key, String aggregate, String event, long version) {
        history.add(new Command(key, aggregate, event, Command.Result.ACKNOWLEDGED, version, 1));
    }

    /** Whether the center's row of an aggregate has taken this event before long. */
    boolean isVisible(String id, long seq) {
        return Await.until(Duration.ofSeconds(20), () -> planter.lastSeq(town, id) >= seq);
    }

    private Http.@Nullable Answer post(
            Service service, String path, Person by, Object body, Map<String, String> headers) {
        try {
            return http.post(service, path, by, body, headers);
        } catch (IOException unanswered) {
            return null;
        }
    }
}
