package org.yiqiao.standalone;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiqiao.center.GovernanceCenterApplication;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.grid.GridManagementApplication;
import org.yiqiao.identity.IdentityApplication;
import org.yiqiao.infra.broker.EmbeddedBroker;
import org.yiqiao.infra.port.PortInUseException;
import org.yiqiao.infra.store.EmbeddedDocumentStore;
import org.yiqiao.organization.SocialOrganizationsApplication;
import org.yiqiao.request.ResidentRequestsApplication;
import org.yiqiao.standalone.demo.DemoAccounts;

/**
 * Starts the broker and the document store, then the four services and the token issuer in parallel. Stops everything
 * in reverse order.
 */
final class StandalonePlatform implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StandalonePlatform.class);

    private final StandaloneSettings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<PlatformService, URI> addresses = new EnumMap<>(PlatformService.class);
    private final Map<PlatformService, Integer> ports = new EnumMap<>(PlatformService.class);
    private final Map<PlatformService, ApplicationContext> contexts = new EnumMap<>(PlatformService.class);
    private final Optional<TokenIssuerAddresses> identity;
    private Optional<DemoAccounts> demoAccounts = Optional.empty();

    private StandalonePlatform(StandaloneSettings settings, String[] args) {
        this.settings = settings;
        this.identity = TokenIssuerAddresses.of(args, settings);
    }

    /**
     * Returns when every part is ready.
     *
     * @throws StartupException if a part cannot start; all parts that already run are stopped first
     */
    static StandalonePlatform start(StandaloneSettings settings, String[] args, StartupConsole console) {
        configureLogging();
        StandalonePlatform platform = new StandalonePlatform(settings, args);
        try {
            platform.start(args, console);
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e instanceof StartupException
                    ? e
                    : new StartupException(
                            "Cause: " + rootMessage(e) + "\nSee "
                                    + settings.dataDir().resolve("log/yiqiao.log"),
                            e);
        }
    }

    /**
     * Leaves the logging configuration to logback.xml. Otherwise each service would configure logging again while the
     * other services already log.
     */
    private static void configureLogging() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    Map<PlatformService, URI> addresses() {
        return addresses;
    }

    /**
     * Returns the address of the token issuer, where people sign in and programs fetch tokens; empty if an external
     * issuer is configured.
     */
    Optional<URI> identityUri() {
        return identity.map(builtIn -> URI.create(builtIn.internalUri()));
    }

    /** Returns the demo accounts; empty without the demo or with an external token issuer. */
    Optional<DemoAccounts> demoAccounts() {
        return demoAccounts;
    }

    /** Returns the application context of a service, which must be running. */
    ApplicationContext context(PlatformService service) {
        return Objects.requireNonNull(contexts.get(service));
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                log.warn("A component did not stop cleanly", e);
            }
        }
    }

    private void start(String[] args, StartupConsole console) {
        settings.ports()
                .forEach((service, port) -> PortAvailability.requireFree(settings.address(), port, service.id()));
        identity.ifPresent(builtIn ->
                PortAvailability.requireFree(settings.address(), builtIn.port(), TokenIssuerAddresses.SERVICE_NAME));
        LockedDataDirectory dataDir = LockedDataDirectory.acquire(settings.dataDir());
        running.push(dataDir.lock());
        // Only now: the accounts can be stored in a file of the folder.
        if (settings.demo() && identity.isPresent()) {
            demoAccounts = Optional.of(
                    new DemoAccounts(settings.dataDir(), TokenIssuerAddresses.isLoopback(settings.address())));
        }
        CompletableFuture<String> mongodb = CompletableFuture.supplyAsync(this::startMongodb);
        String kafka = startKafka();
        console.print("Broker and document store are ready.");
        Map<String, String> common = new LinkedHashMap<>();
        common.put("spring.kafka.bootstrap-servers", kafka);
        common.put("spring.mongodb.uri", join(mongodb));
        common.put("yiqiao.data-dir", settings.dataDir().toString());
        settings.ports().forEach((service, port) -> ports.put(service, port == 0 ? findFreePort() : port));
        ports.forEach((service, port) -> common.put(
                "yiqiao.addresses." + service.id(),
                "http://" + TokenIssuerAddresses.browserHost(settings.address()) + ":" + port));
        identity.ifPresent(builtIn -> common.putAll(builtIn.serviceProperties()));
        Map<PlatformService, Supplier<SpringApplication>> services = new EnumMap<>(PlatformService.class);
        services.put(PlatformService.GRID_MANAGEMENT, GridManagementApplication::application);
        services.put(PlatformService.RESIDENT_REQUESTS, ResidentRequestsApplication::application);
        services.put(PlatformService.SOCIAL_ORGANIZATIONS, SocialOrganizationsApplication::application);
        services.put(PlatformService.GOVERNANCE_CENTER, GovernanceCenterApplication::application);
        try (ExecutorService starting = Executors.newFixedThreadPool(services.size() + 1)) {
            List<CompletableFuture<Void>> started = new ArrayList<>();
            services.forEach((service, application) -> started.add(CompletableFuture.runAsync(
                    () -> run(application.get(), service, common, args, console), starting)));
            identity.ifPresent(
                    builtIn -> started.add(CompletableFuture.runAsync(() -> run(builtIn, args, console), starting)));
            started.forEach(StandalonePlatform::join);
        }
    }

    /** The pages of the services name the ports of each other, so every port is known before the services start. */
    private int findFreePort() {
        return PortAvailability.findFree(settings.address());
    }

    private String startKafka() {
        return settings.bootstrapServers().orElseGet(() -> {
            EmbeddedBroker broker = withPortHint(
                    "kafka",
                    () -> EmbeddedBroker.start(
                            settings.dataDir().resolve("kafka"), "127.0.0.1", settings.brokerPort()));
            closeLater(broker);
            return broker.bootstrapServers();
        });
    }

    private String startMongodb() {
        return settings.mongodbUri().orElseGet(() -> {
            EmbeddedDocumentStore store = withPortHint(
                    "mongodb",
                    () -> EmbeddedDocumentStore.start(
                            settings.dataDir().resolve("documents").resolve("store.mv"),
                            "127.0.0.1",
                            settings.storePort()));
            closeLater(store);
            return store.uri();
        });
    }

    private synchronized void closeLater(AutoCloseable started) {
        running.push(started);
    }

    private void run(
            SpringApplication application,
            PlatformService service,
            Map<String, String> common,
            String[] args,
            StartupConsole console) {
        Map<String, String> properties = new LinkedHashMap<>(common);
        properties.put("server.port", Objects.requireNonNull(ports.get(service)).toString());
        registerService(service, run(application, properties, args));
        console.print(service.id() + " is ready.");
    }

    private void run(TokenIssuerAddresses builtIn, String[] args, StartupConsole console) {
        Map<String, String> properties = new LinkedHashMap<>(builtIn.identityProperties());
        properties.put("yiqiao.data-dir", settings.dataDir().toString());
        demoAccounts.ifPresent(demo -> properties.putAll(demo.identityProperties()));
        closeLater(run(IdentityApplication.application(), properties, args));
        console.print(TokenIssuerAddresses.SERVICE_NAME + " is ready.");
    }

    private static ConfigurableApplicationContext run(
            SpringApplication application, Map<String, String> properties, String[] args) {
        application.setRegisterShutdownHook(false);
        return application.run(Stream.concat(
                        // A property that occurs twice would become a list of both values.
                        Arrays.stream(args).filter(arg -> properties.keySet().stream()
                                .noneMatch(setting -> arg.startsWith("--" + setting + "="))),
                        properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new));
    }

    private synchronized void registerService(PlatformService service, ConfigurableApplicationContext context) {
        closeLater(context);
        contexts.put(service, context);
        String port = context.getEnvironment().getProperty("local.server.port");
        addresses.put(service, URI.create("http://" + settings.address() + ":" + port));
    }

    private static <T> T withPortHint(String port, Supplier<T> start) {
        try {
            return start.get();
        } catch (PortInUseException e) {
            throw new StartupException(e.getMessage() + ". Choose another port with --yiqiao.ports." + port + "=…", e);
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String rootMessage(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : rootMessage(e.getCause());
    }
}
