package org.yiqiao.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;
import org.yiqiao.faults.town.Town;

/**
 * Seeded load: journeys begin at a fixed rate, whatever becomes of the earlier ones; a few writers change one request at
 * once; readers look. Which commands are given follows from the seed, when they arrive does not.
 */
public final class Load implements AutoCloseable {

    private static final int JOURNEYS_AT_ONCE = 300;
    private static final int WRITERS_OF_ONE = 3;
    private static final Duration LAST_PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Ground ground;
    private final History history;
    private final Random random;
    private final Http http;
    private final Seen seen = new Seen();
    private final Semaphore room = new Semaphore(JOURNEYS_AT_ONCE);
    private final List<Thread> threads = new ArrayList<>();
    private final String name;
    private volatile boolean going = true;
    private volatile boolean patient = true;

    private Load(Town town, Ground ground, History history, long seed) {
        this.ground = ground;
        this.history = history;
        this.random = new Random(seed);
        this.http = new Http(town, Duration.ofSeconds(10));
        this.name = "load" + STARTED.incrementAndGet() + "." + seed;
    }

    /** @param rate journeys begun in a second */
    public static Load start(Town town, Ground ground, History history, long seed, double rate) {
        Load load = new Load(town, ground, history, seed);
        load.spawn(() -> load.begin(rate));
        load.spawn(new Readers(town, load.http, load.seen, history, () -> load.going, seed));
        load.contend();
        return load;
    }

    /** Begins nothing more, and waits until every command is answered for good or given up. */
    public void stop() {
        going = false;
        long end = System.nanoTime() + LAST_PATIENCE.toNanos();
        try {
            for (List<Thread> alive = alive(); !alive.isEmpty(); alive = alive()) {
                if (!alive.getFirst().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    patient = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        patient = false;
        stop();
    }

    private void begin(double rate) {
        long every = Math.round(1e9 / rate);
        long next = System.nanoTime();
        for (int i = 0; going; i++) {
            next += every;
            long seed = random.nextLong();
            String journey = name + "." + i;
            if (room.tryAcquire()) {
                spawn(() -> {
                    try {
                        new Journey(journey, caller(), ground, seen, seed).run();
                    } finally {
                        room.release();
                    }
                });
            }
            Await.pass(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
    }

    /** Several people correct one request at once: each correction is one event, decided one after the other. */
    private void contend() {
        Http.Answer request = caller().call(
                        new Call(
                                Service.RESIDENT_REQUESTS,
                                "/api/requests",
                                Ground.resident("resident-0"),
                                name + ".contended",
                                Map.of(
                                        "service", "Contended",
                                        "description", "By many.",
                                        "location", ground.somewhere(random)),
                                "RequestSubmitted"),
                        null);
        if (request == null || !request.isSuccess()) {
            return;
        }
        String id = request.body().path("id").asString();
        seen.add(id);
        for (int writer = 0; writer < WRITERS_OF_ONE; writer++) {
            String who = name + ".writer" + writer;
            spawn(() -> correct(id, who));
        }
    }

    private void correct(String id, String who) {
        for (int i = 0; going; i++) {
            caller().call(
                            new Call(
                                    Service.RESIDENT_REQUESTS,
                                    "/api/requests/" + id + "/classify",
                                    Ground.worker(who),
                                    who + "." + i,
                                    Map.of("kind", "SUGGESTION", "caseKind", "IMMEDIATE"),
                                    "RequestClassified"),
                            id);
            Await.pass(Duration.ofMillis(500));
        }
    }

    private Caller caller() {
        return new Caller(http, history, () -> patient);
    }

    private void spawn(Runnable work) {
        synchronized (threads) {
            threads.removeIf(thread -> !thread.isAlive());
            threads.add(Thread.ofVirtual().start(work));
        }
    }

    private List<Thread> alive() {
        synchronized (threads) {
            return threads.stream().filter(Thread::isAlive).toList();
        }
    }
}
