package org.yiqiao.faults.town;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.bson.Document;
import org.yiqiao.contracts.Service;
import org.yiqiao.infra.broker.BrokerProcess;
import org.yiqiao.infra.process.JarClassPath;
import org.yiqiao.infra.store.StoreProcess;
import org.yiqiao.testkit.Tokens;

/** Broker, document store and the four services, each a process of its own, with a network between that can be broken. */
public final class Town implements AutoCloseable {

    /** A consumer that is paused for longer than this is taken for dead by its group. */
    public static final Duration MAX_POLL_INTERVAL = Duration.ofSeconds(30);

    private final Path folder;
    private final String classPath;
    private final Path startCache;
    private final Member broker;
    private final Member store;
    private final Proxy brokerNetwork;
    private final Proxy storeNetwork;
    private final Map<Service, Member> services = new EnumMap<>(Service.class);
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final Member secondOfRequests;
    private final int secondPort = freePort();
    private final int brokerPort = freePort();
    private final int storePort = freePort();
    private final MongoClient documents;
    private final Http probe = new Http(this, Duration.ofSeconds(5));

    /** @param folder where everything keeps its data and its output */
    public Town(Path folder) {
        this.folder = folder;
        classPath = classPath(folder.resolve("start"));
        startCache = folder.resolve("start").resolve("services.aot");
        brokerNetwork = new Proxy(brokerPort);
        storeNetwork = new Proxy(storePort);
        broker = new Member(
                "broker",
                folder,
                classPath,
                List.of(
                        BrokerProcess.class.getName(),
                        folder.resolve("kafka").toString(),
                        Integer.toString(brokerPort),
                        "127.0.0.1:" + brokerNetwork.port()),
                List::of,
                () -> accepts(brokerPort));
        store = new Member(
                "store",
                folder,
                classPath,
                List.of(
                        StoreProcess.class.getName(),
                        folder.resolve("documents").resolve("store.mv").toString(),
                        Integer.toString(storePort)),
                List::of,
                () -> accepts(storePort));
        for (Service service : Service.values()) {
            ports.put(service, freePort());
            services.put(service, service(service, service.id(), port(service), this::fromStartCache));
        }
        secondOfRequests = service(Service.RESIDENT_REQUESTS, "resident-requests-2", secondPort, this::fromStartCache);
        documents = MongoClients.create("mongodb://127.0.0.1:" + storePort
                + "/?directConnection=true&retryWrites=false&serverSelectionTimeoutMS=5000&socketTimeoutMS=20000");
    }

    public void start() {
        broker.start();
        store.start();
        broker.awaitServing();
        store.awaitServing();
        trainStarts();
        services.values().forEach(service -> service.start());
        services.values().forEach(Member::awaitServing);
    }

    /**
     * One service starts and ends, and leaves its classes as they were loaded and linked: with them all later starts cost
     * half, because the services have most of their classes in common.
     */
    private void trainStarts() {
        Member trainee = service(
                Service.RESIDENT_REQUESTS, "trainee", secondPort, () -> List.of("-XX:AOTCacheOutput=" + startCache));
        trainee.start();
        trainee.awaitServing();
        trainee.terminate();
    }

    private List<String> fromStartCache() {
        return Files.exists(startCache) ? List.of("-XX:AOTCache=" + startCache) : List.of();
    }

    private static String classPath(Path folder) {
        try {
            return JarClassPath.packedInto(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Member broker() {
        return broker;
    }

    public Member store() {
        return store;
    }

    public Member of(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** A second instance of resident requests, which runs only where a fault starts it. */
    public Member secondOfRequests() {
        return secondOfRequests;
    }

    public Proxy brokerNetwork() {
        return brokerNetwork;
    }

    public Proxy storeNetwork() {
        return storeNetwork;
    }

    /** Sets the clock of a service wrong. */
    public void skew(Service service, Duration skew) {
        SkewedClock.set(clock(service), skew);
    }

    /** Where an instance of a service listens; the second one if the first does not run. */
    public URI address(Service service) {
        boolean second = service == Service.RESIDENT_REQUESTS && secondOfRequests.isAlive();
        return uri(second && Math.floorMod(System.nanoTime(), 2) == 0 ? secondPort : port(service));
    }

    /** How Kafka's clients reach the broker. */
    public Map<String, Object> kafka() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + brokerPort);
    }

    /** A service's database, past the network that can be broken. */
    public MongoDatabase database(Service service) {
        return documents.getDatabase("yiqiao-" + service.shortName());
    }

    /** Whether the store itself answers. */
    public boolean storeAnswers() {
        try {
            database(Service.GRID_MANAGEMENT).runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    /** The status of a health probe, {@code readiness} or {@code liveness}; 0 if nobody answers. */
    public int health(Service service, String of) {
        return probe.status(uri(port(service)).resolve("/actuator/health/" + of));
    }

    public Stream<Member> members() {
        return Stream.concat(Stream.of(broker, store, secondOfRequests), services.values().stream());
    }

    @Override
    public void close() {
        members().forEach(Member::kill);
        documents.close();
        brokerNetwork.close();
        storeNetwork.close();
    }

    private Member service(Service service, String name, int port, Supplier<List<String>> jvmOptions) {
        List<String> program = new ArrayList<>(List.of(
                ServiceProcess.class.getName(),
                service.name(),
                clock(service).toString(),
                "--server.port=" + port,
                Tokens.shared().setting(),
                // Of a service: its instances share their secrets.
                "--yiqiao.data-dir=" + folder.resolve(service.id()),
                // A few callers stand for a whole town.
                "--yiqiao.limits.enabled=false",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + brokerNetwork.port(),
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + storeNetwork.port()
                        + "/?directConnection=true&retryWrites=false",
                "--spring.cloud.stream.kafka.default.consumer.configuration.max.poll.interval.ms="
                        + MAX_POLL_INTERVAL.toMillis()));
        return new Member(
                name,
                folder,
                classPath,
                program,
                jvmOptions,
                () -> probe.status(uri(port).resolve("/actuator/health/readiness")) == 200);
    }

    private Path clock(Service service) {
        return folder.resolve(service.id() + ".clock");
    }

    private int port(Service service) {
        return Objects.requireNonNull(ports.get(service));
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
