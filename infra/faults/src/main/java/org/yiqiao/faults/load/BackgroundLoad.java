package org.yiqiao.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;
import org.yiqiao.faults.cluster.TestCluster;

/**
 * Seeded load: journeys begin at a fixed rate, whatever becomes of the earlier ones; a few writers change one request at
 * once; readers look. Which commands are given follows from the seed, when they arrive does not.
 */
public final class BackgroundLoad implements AutoCloseable {

    private static final int JOURNEYS_AT_ONCE = 300;
    private static final int WRITERS_OF_ONE = 3;
    private static final Duration LAST_PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final TownFixture ground;
    private final OperationHistory history;
    private final Random random;
    private final ServiceClient http;
    private final RecentRequests seen = new RecentRequests();
    private final Semaphore room = new Semaphore(JOURNEYS_AT_ONCE);
    private final List<Thread> threads = new ArrayList<>();
    private final String name;
    private volatile boolean going = true;
    private volatile boolean patient = true;

    private BackgroundLoad(TestCluster town, TownFixture ground, OperationHistory history, long seed) {
        this.ground = ground;
        this.history = history;
        this.random = new Random(seed);
        this.http = new ServiceClient(town, Duration.ofSeconds(10));
        this.name = "load" + STARTED.incrementAndGet() + "." + seed;
    }

    /** @param rate journeys begun in a second */
    public static BackgroundLoad start(
            TestCluster town, TownFixture ground, OperationHistory history, long seed, double rate) {
        BackgroundLoad load = new BackgroundLoad(town, ground, history, seed);
        load.startThread(() -> load.startJourneys(rate));
        load.startThread(new MonotonicReadProbe(town, load.http, load.seen, history, () -> load.going, seed));
        load.startConcurrentWriters();
        return load;
    }

    /** Begins nothing more, and waits until every command is answered for good or given up. */
    public void stop() {
        going = false;
        long end = System.nanoTime() + LAST_PATIENCE.toNanos();
        try {
            for (List<Thread> alive = aliveThreads(); !alive.isEmpty(); alive = aliveThreads()) {
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

    private void startJourneys(double rate) {
        long every = Math.round(1e9 / rate);
        long next = System.nanoTime();
        for (int i = 0; going; i++) {
            next += every;
            long seed = random.nextLong();
            String journey = name + "." + i;
            if (room.tryAcquire()) {
                startThread(() -> {
                    try {
                        new RequestJourney(journey, newClient(), ground, seen, seed).run();
                    } finally {
                        room.release();
                    }
                });
            }
            Await.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
    }

    /** Several people correct one request at once: each correction is one event, decided one after the other. */
    private void startConcurrentWriters() {
        ServiceClient.ServiceResponse request = newClient()
                .send(
                        new CommandRequest(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/requests",
                                TownFixture.resident("resident-0"),
                                name + ".contended",
                                Map.of(
                                        "service", "Contended",
                                        "description", "By many.",
                                        "location", ground.randomLocation(random)),
                                "RequestSubmitted"),
                        null);
        if (request == null || !request.isSuccess()) {
            return;
        }
        String id = request.body().path("id").asString();
        seen.add(id);
        for (int writer = 0; writer < WRITERS_OF_ONE; writer++) {
            String who = name + ".writer" + writer;
            startThread(() -> reclassifyRepeatedly(id, who));
        }
    }

    private void reclassifyRepeatedly(String id, String who) {
        for (int i = 0; going; i++) {
            newClient()
                    .send(
                            new CommandRequest(
                                    PlatformService.RESIDENT_REQUESTS,
                                    "/api/requests/" + id + "/classify",
                                    TownFixture.worker(who),
                                    who + "." + i,
                                    Map.of("kind", "SUGGESTION", "caseKind", "IMMEDIATE"),
                                    "RequestClassified"),
                            id);
            Await.sleep(Duration.ofMillis(500));
        }
    }

    private RetryingClient newClient() {
        return new RetryingClient(http, history, () -> patient);
    }

    private void startThread(Runnable work) {
        synchronized (threads) {
            threads.removeIf(thread -> !thread.isAlive());
            threads.add(Thread.ofVirtual().start(work));
        }
    }

    private List<Thread> aliveThreads() {
        synchronized (threads) {
            return threads.stream().filter(Thread::isAlive).toList();
        }
    }
}
