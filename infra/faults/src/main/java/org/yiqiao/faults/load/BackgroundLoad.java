package org.yiqiao.faults.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;
import org.yiqiao.faults.cluster.TestCluster;

/**
 * Generates load from a seed. Journeys begin at a fixed rate, independent of earlier ones. A few writers update one
 * request concurrently, and a reader checks versions. The seed determines the commands, but not their time of arrival.
 */
public final class BackgroundLoad implements AutoCloseable {

    private static final int MAX_CONCURRENT_JOURNEYS = 300;
    private static final int CONCURRENT_WRITERS = 3;
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(2);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final TownFixture town;
    private final ClientOperationHistory history;
    private final Random random;
    private final ServiceHttpClient http;
    private final RecentRequestIds recentRequests = new RecentRequestIds();
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT_JOURNEYS);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong promises = new AtomicLong();
    private final String name;
    private volatile boolean running = true;
    private volatile boolean keepRetrying = true;

    private BackgroundLoad(TestCluster cluster, TownFixture town, ClientOperationHistory history, long seed) {
        this.town = town;
        this.history = history;
        this.random = new Random(seed);
        this.http = new ServiceHttpClient(cluster, Duration.ofSeconds(10));
        this.name = "load" + STARTED.incrementAndGet() + "." + seed;
    }

    /** @param rate number of journeys that begin per second */
    public static BackgroundLoad start(
            TestCluster cluster, TownFixture town, ClientOperationHistory history, long seed, double rate) {
        BackgroundLoad load = new BackgroundLoad(cluster, town, history, seed);
        load.startThread(() -> load.startJourneys(rate));
        load.startThread(
                new MonotonicReadProbe(cluster, load.http, load.recentRequests, history, () -> load.running, seed));
        load.startConcurrentWriters();
        return load;
    }

    /**
     * Begins no more journeys. Waits until every command has a final response; commands are given up after two minutes.
     */
    public void stop() {
        running = false;
        long end = System.nanoTime() + STOP_TIMEOUT.toNanos();
        try {
            for (List<Thread> alive = aliveThreads(); !alive.isEmpty(); alive = aliveThreads()) {
                if (!alive.getFirst().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    keepRetrying = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        keepRetrying = false;
        stop();
    }

    private void startJourneys(double rate) {
        long interval = Math.round(1e9 / rate);
        long next = System.nanoTime();
        for (int i = 0; running; i++) {
            next += interval;
            long seed = random.nextLong();
            String journey = name + "." + i;
            if (permits.tryAcquire()) {
                startThread(() -> {
                    try {
                        new RequestJourney(journey, newClient(), town, recentRequests, seed).run();
                    } finally {
                        permits.release();
                    }
                });
            }
            Await.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
    }

    /**
     * Starts writers that reclassify one request concurrently. Each update is one event; the updates are serialized.
     * Each update has another promised date, because a repeated classification is no event.
     */
    private void startConcurrentWriters() {
        ServiceHttpClient.ServiceResponse request = newClient()
                .send(
                        new ClientCommandRequest(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/requests",
                                TownFixture.resident("resident-0"),
                                name + ".contended",
                                Map.of(
                                        "service", "Contended",
                                        "description", "By many.",
                                        "location", town.randomLocation(random)),
                                "RequestSubmitted"),
                        null);
        if (request == null || !request.isSuccess()) {
            return;
        }
        String id = request.body().path("id").asString();
        recentRequests.add(id);
        for (int writer = 0; writer < CONCURRENT_WRITERS; writer++) {
            String writerId = name + ".writer" + writer;
            startThread(() -> reclassifyRepeatedly(id, writerId));
        }
    }

    private void reclassifyRepeatedly(String id, String writerId) {
        for (int i = 0; running; i++) {
            newClient()
                    .send(
                            new ClientCommandRequest(
                                    PlatformService.RESIDENT_REQUESTS,
                                    "/api/requests/" + id + "/classify",
                                    TownFixture.worker(writerId),
                                    writerId + "." + i,
                                    Map.of(
                                            "kind", "SUGGESTION",
                                            "caseKind", "COMMITTED",
                                            "promisedFor", nextPromise().toString()),
                                    "RequestClassified"),
                            id);
            Await.sleep(Duration.ofMillis(500));
        }
    }

    private Instant nextPromise() {
        return Instant.now()
                .plus(Duration.ofDays(30))
                .truncatedTo(ChronoUnit.DAYS)
                .plusMillis(promises.incrementAndGet());
    }

    private RetryingCommandClient newClient() {
        return new RetryingCommandClient(http, history, () -> keepRetrying);
    }

    private void startThread(Runnable task) {
        synchronized (threads) {
            threads.removeIf(thread -> !thread.isAlive());
            threads.add(Thread.ofVirtual().start(task));
        }
    }

    private List<Thread> aliveThreads() {
        synchronized (threads) {
            return threads.stream().filter(Thread::isAlive).toList();
        }
    }
}
