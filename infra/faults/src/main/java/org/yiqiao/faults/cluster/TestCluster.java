package org.yiqiao.faults.cluster;

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
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.infra.broker.BrokerProcess;
import org.yiqiao.infra.process.ClassPathJarPacker;
import org.yiqiao.infra.store.DocumentStoreProcess;
import org.yiqiao.testkit.TestTokenIssuer;

/**
 * Broker, document store and the four services as separate processes, connected by a network with injectable faults.
 */
public final class TestCluster implements AutoCloseable {

    /** A consumer that is suspended for longer than this is considered dead by its group. */
    public static final Duration MAX_POLL_INTERVAL = Duration.ofSeconds(30);

    private final Path folder;
    private final String classPath;
    private final Path startCache;
    private final ClusterProcess broker;
    private final ClusterProcess store;
    private final FaultInjectingProxy brokerNetwork;
    private final FaultInjectingProxy storeNetwork;
    private final Map<PlatformService, ClusterProcess> services = new EnumMap<>(PlatformService.class);
    private final Map<PlatformService, Integer> ports = new EnumMap<>(PlatformService.class);
    private final ClusterProcess secondRequestsInstance;
    private final int secondPort = freePort();
    private final int brokerPort = freePort();
    private final int storePort = freePort();
    private final MongoClient documents;
    private final ServiceHttpClient probe = new ServiceHttpClient(this, Duration.ofSeconds(5));

    /** @param folder for the data and the output of every process */
    public TestCluster(Path folder) {
        this.folder = folder;
        classPath = classPath(folder.resolve("start"));
        startCache = folder.resolve("start").resolve("services.aot");
        brokerNetwork = new FaultInjectingProxy(brokerPort);
        storeNetwork = new FaultInjectingProxy(storePort);
        broker = new ClusterProcess(
                "broker",
                folder,
                classPath,
                List.of(
                        BrokerProcess.class.getName(),
                        folder.resolve("kafka").toString(),
                        Integer.toString(brokerPort),
                        "127.0.0.1:" + brokerNetwork.port()),
                List::of,
                () -> isListening(brokerPort));
        store = new ClusterProcess(
                "store",
                folder,
                classPath,
                List.of(
                        DocumentStoreProcess.class.getName(),
                        folder.resolve("documents").resolve("store.mv").toString(),
                        Integer.toString(storePort)),
                List::of,
                () -> isListening(storePort));
        for (PlatformService service : PlatformService.values()) {
            ports.put(service, freePort());
            services.put(service, createProcess(service, service.id(), port(service), this::startCacheOptions));
        }
        secondRequestsInstance = createProcess(
                PlatformService.RESIDENT_REQUESTS, "resident-requests-2", secondPort, this::startCacheOptions);
        documents = MongoClients.create("mongodb://127.0.0.1:" + storePort
                + "/?directConnection=true&retryWrites=false&serverSelectionTimeoutMS=5000&socketTimeoutMS=20000");
    }

    public void start() {
        broker.start();
        store.start();
        broker.awaitReady();
        store.awaitReady();
        createStartCache();
        services.values().forEach(service -> service.start());
        services.values().forEach(ClusterProcess::awaitReady);
    }

    /**
     * Starts and stops one service, which writes its loaded and linked classes to a cache. The cache halves the cost of
     * all later starts, because the services have most of their classes in common.
     */
    private void createStartCache() {
        ClusterProcess trainingProcess = createProcess(
                PlatformService.RESIDENT_REQUESTS,
                "trainee",
                secondPort,
                () -> List.of("-XX:AOTCacheOutput=" + startCache));
        trainingProcess.start();
        trainingProcess.awaitReady();
        trainingProcess.terminate();
    }

    private List<String> startCacheOptions() {
        return Files.exists(startCache) ? List.of("-XX:AOTCache=" + startCache) : List.of();
    }

    private static String classPath(Path folder) {
        try {
            return ClassPathJarPacker.packInto(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ClusterProcess broker() {
        return broker;
    }

    public ClusterProcess store() {
        return store;
    }

    public ClusterProcess process(PlatformService service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** Returns a second instance of resident requests, which runs only if a fault starts it. */
    public ClusterProcess secondRequestsInstance() {
        return secondRequestsInstance;
    }

    public FaultInjectingProxy brokerNetwork() {
        return brokerNetwork;
    }

    public FaultInjectingProxy storeNetwork() {
        return storeNetwork;
    }

    /** Sets the offset of a service's clock from the real time. */
    public void setClockSkew(PlatformService service, Duration skew) {
        SkewedClock.writeSkew(clockFile(service), skew);
    }

    /** Returns the address of an instance of a service; while a second instance runs, of either one at random. */
    public URI address(PlatformService service) {
        boolean useSecond = service == PlatformService.RESIDENT_REQUESTS && secondRequestsInstance.isAlive();
        return uri(useSecond && Math.floorMod(System.nanoTime(), 2) == 0 ? secondPort : port(service));
    }

    /** Returns the Kafka client properties, with the broker's own port as the bootstrap server. */
    public Map<String, Object> kafkaProperties() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + brokerPort);
    }

    /** Returns a service's database through a direct connection, without network faults. */
    public MongoDatabase database(PlatformService service) {
        return documents.getDatabase("yiqiao-" + service.shortName());
    }

    /** Returns whether the store responds on a direct connection. */
    public boolean isStoreReachable() {
        try {
            database(PlatformService.GRID_MANAGEMENT).runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    /** Returns the status of a health probe, {@code readiness} or {@code liveness}; 0 without a response. */
    public int healthStatus(PlatformService service, String probeName) {
        return probe.status(uri(port(service)).resolve("/actuator/health/" + probeName));
    }

    public Stream<ClusterProcess> processes() {
        return Stream.concat(Stream.of(broker, store, secondRequestsInstance), services.values().stream());
    }

    @Override
    public void close() {
        processes().forEach(ClusterProcess::kill);
        documents.close();
        brokerNetwork.close();
        storeNetwork.close();
    }

    private ClusterProcess createProcess(
            PlatformService service, String name, int port, Supplier<List<String>> jvmOptions) {
        List<String> program = new ArrayList<>(List.of(
                SkewedClockServiceLauncher.class.getName(),
                service.name(),
                clockFile(service).toString(),
                "--server.port=" + port,
                TestTokenIssuer.shared().serviceArgument(),
                // One folder per service, because its instances share their secrets.
                "--yiqiao.data-dir=" + folder.resolve(service.id()),
                // A few callers represent a whole town and would exceed the rate limits.
                "--yiqiao.limits.enabled=false",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + brokerNetwork.port(),
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + storeNetwork.port()
                        + "/?directConnection=true&retryWrites=false",
                "--spring.cloud.stream.kafka.default.consumer.configuration.max.poll.interval.ms="
                        + MAX_POLL_INTERVAL.toMillis()));
        return new ClusterProcess(
                name,
                folder,
                classPath,
                program,
                jvmOptions,
                () -> probe.status(uri(port).resolve("/actuator/health/readiness")) == 200);
    }

    private Path clockFile(PlatformService service) {
        return folder.resolve(service.id() + ".clock");
    }

    private int port(PlatformService service) {
        return Objects.requireNonNull(ports.get(service));
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static boolean isListening(int port) {
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
