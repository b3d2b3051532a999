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
import org.yiqiao.center.GovernanceCenter;
import org.yiqiao.contracts.Service;
import org.yiqiao.grid.GridManagement;
import org.yiqiao.identity.Identity;
import org.yiqiao.infra.broker.EmbeddedBroker;
import org.yiqiao.infra.port.PortInUseException;
import org.yiqiao.infra.store.EmbeddedStore;
import org.yiqiao.organization.SocialOrganizations;
import org.yiqiao.request.ResidentRequests;
import org.yiqiao.standalone.demo.DemoAccounts;

/** Broker and document store, then the four services and who issues their tokens at once; stopped in the opposite order. */
final class Township implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Township.class);

    private final Settings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
    private final Map<Service, ApplicationContext> contexts = new EnumMap<>(Service.class);
    private final Optional<IdentitySettings> identity;
    private final Optional<DemoAccounts> demoAccounts;

    private Township(Settings settings, String[] args) {
        this.settings = settings;
        this.identity = IdentitySettings.of(args, settings);
        this.demoAccounts = settings.demo() && identity.isPresent()
                ? Optional.of(new DemoAccounts(settings.dataDir(), IdentitySettings.isLoopback(settings.address())))
                : Optional.empty();
    }

    /** @throws CannotStart for a reason that whoever started it can mend */
    static Township start(Settings settings, String[] args, Console console) {
        logOnce();
        Township township = new Township(settings, args);
        try {
            township.start(args, console);
            return township;
        } catch (RuntimeException e) {
            township.close();
            throw e instanceof CannotStart
                    ? e
                    : new CannotStart("See " + settings.dataDir().resolve("log/yiqiao.log") + ": " + rootMessage(e), e);
        }
    }

    /** Logging is as logback.xml says; each service would set it up once more, while the others log. */
    private static void logOnce() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    Map<Service, URI> addresses() {
        return addresses;
    }

    /** Where people sign in and programs fetch tokens; empty if that is elsewhere. */
    Optional<URI> identity() {
        return identity.map(own -> URI.create(own.reachedAt()));
    }

    /** Empty without the demo, or if the accounts are elsewhere. */
    Optional<DemoAccounts> demoAccounts() {
        return demoAccounts;
    }

    /** A running service, by its insides. */
    ApplicationContext context(Service service) {
        return Objects.requireNonNull(contexts.get(service));
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                log.warn("Something did not stop cleanly", e);
            }
        }
    }

    private void start(String[] args, Console console) {
        settings.ports().forEach((service, port) -> Ports.check(settings.address(), port, service.id()));
        identity.ifPresent(own -> Ports.check(settings.address(), own.port(), IdentitySettings.NAME));
        DataDir dataDir = DataDir.hold(settings.dataDir());
        running.push(dataDir.lock());
        CompletableFuture<String> mongodb = CompletableFuture.supplyAsync(this::mongodb);
        String kafka = kafka();
        console.say("Broker and document store are there.");
        Map<String, String> common = new LinkedHashMap<>();
        common.put("spring.kafka.bootstrap-servers", kafka);
        common.put("spring.mongodb.uri", join(mongodb));
        common.put("yiqiao.data-dir", settings.dataDir().toString());
        identity.ifPresent(own -> common.putAll(own.ofTheServices()));
        Map<Service, Supplier<SpringApplication>> services = new EnumMap<>(Service.class);
        services.put(Service.GRID_MANAGEMENT, GridManagement::application);
        services.put(Service.RESIDENT_REQUESTS, ResidentRequests::application);
        services.put(Service.SOCIAL_ORGANIZATIONS, SocialOrganizations::application);
        services.put(Service.GOVERNANCE_CENTER, GovernanceCenter::application);
        try (ExecutorService starting = Executors.newFixedThreadPool(services.size() + 1)) {
            List<CompletableFuture<Void>> started = new ArrayList<>();
            services.forEach((service, application) -> started.add(CompletableFuture.runAsync(
                    () -> run(application.get(), service, common, args, console), starting)));
            identity.ifPresent(own -> started.add(CompletableFuture.runAsync(() -> run(own, args, console), starting)));
            started.forEach(Township::join);
        }
    }

    private String kafka() {
        return settings.bootstrapServers().orElseGet(() -> {
            EmbeddedBroker broker = checked(
                    "kafka",
                    () -> EmbeddedBroker.start(
                            settings.dataDir().resolve("kafka"), "127.0.0.1", settings.brokerPort()));
            push(broker);
            return broker.bootstrapServers();
        });
    }

    private String mongodb() {
        return settings.mongodbUri().orElseGet(() -> {
            EmbeddedStore store = checked(
                    "mongodb",
                    () -> EmbeddedStore.start(
                            settings.dataDir().resolve("documents").resolve("store.mv"),
                            "127.0.0.1",
                            settings.storePort()));
            push(store);
            return store.uri();
        });
    }

    private synchronized void push(AutoCloseable started) {
        running.push(started);
    }

    private void run(
            SpringApplication application,
            Service service,
            Map<String, String> common,
            String[] args,
            Console console) {
        Map<String, String> settingsOfIt = new LinkedHashMap<>(common);
        settingsOfIt.put(
                "server.port",
                Objects.requireNonNull(settings.ports().get(service)).toString());
        started(service, run(application, settingsOfIt, args));
        console.say(service.id() + " is ready.");
    }

    private void run(IdentitySettings own, String[] args, Console console) {
        Map<String, String> settingsOfIt = new LinkedHashMap<>(own.itsOwn());
        settingsOfIt.put("yiqiao.data-dir", settings.dataDir().toString());
        demoAccounts.ifPresent(demo -> settingsOfIt.putAll(demo.settings()));
        push(run(Identity.application(), settingsOfIt, args));
        console.say(IdentitySettings.NAME + " is ready.");
    }

    private static ConfigurableApplicationContext run(
            SpringApplication application, Map<String, String> settingsOfIt, String[] args) {
        application.setRegisterShutdownHook(false);
        return application.run(Stream.concat(
                        // Given twice, a setting would be a list of both.
                        Arrays.stream(args).filter(arg -> settingsOfIt.keySet().stream()
                                .noneMatch(setting -> arg.startsWith("--" + setting + "="))),
                        settingsOfIt.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new));
    }

    private synchronized void started(Service service, ConfigurableApplicationContext context) {
        push(context);
        contexts.put(service, context);
        String port = context.getEnvironment().getProperty("local.server.port");
        addresses.put(service, URI.create("http://" + settings.address() + ":" + port));
    }

    private static <T> T checked(String port, Supplier<T> start) {
        try {
            return start.get();
        } catch (PortInUseException e) {
            throw new CannotStart(e.getMessage() + " Choose another with --yiqiao.ports." + port + "=…", e);
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
