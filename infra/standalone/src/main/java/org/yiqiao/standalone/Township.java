package org.yiqiao.standalone;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiqiao.center.GovernanceCenter;
import org.yiqiao.contracts.Service;
import org.yiqiao.grid.GridManagement;
import org.yiqiao.infra.broker.EmbeddedBroker;
import org.yiqiao.infra.port.PortInUseException;
import org.yiqiao.infra.store.EmbeddedStore;
import org.yiqiao.organization.SocialOrganizations;
import org.yiqiao.request.ResidentRequests;

/** Broker, document store and the four services, started in this order and stopped in the opposite one. */
final class Township implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Township.class);

    private final Settings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);

    private Township(Settings settings) {
        this.settings = settings;
    }

    /** @throws CannotStart for a reason that whoever started it can mend */
    static Township start(Settings settings, String[] args, Console console) {
        Township township = new Township(settings);
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

    Map<Service, URI> addresses() {
        return addresses;
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
        DataDir dataDir = DataDir.hold(settings.dataDir());
        running.push(dataDir.lock());
        CompletableFuture<String> mongodb = CompletableFuture.supplyAsync(this::mongodb);
        String kafka = kafka();
        console.say("Broker and document store are there.");
        Map<String, String> common = new LinkedHashMap<>();
        common.put("spring.kafka.bootstrap-servers", kafka);
        common.put("spring.mongodb.uri", join(mongodb));
        common.put("yiqiao.data-dir", settings.dataDir().toString());
        run(GridManagement.application(), Service.GRID_MANAGEMENT, common, args, console);
        run(ResidentRequests.application(), Service.RESIDENT_REQUESTS, common, args, console);
        run(SocialOrganizations.application(), Service.SOCIAL_ORGANIZATIONS, common, args, console);
        run(GovernanceCenter.application(), Service.GOVERNANCE_CENTER, common, args, console);
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
        application.setRegisterShutdownHook(false);
        Map<String, String> settingsOfIt = new LinkedHashMap<>(common);
        settingsOfIt.put(
                "server.port",
                Objects.requireNonNull(settings.ports().get(service)).toString());
        String[] all = Stream.concat(
                        // Given twice, a setting would be a list of both.
                        Arrays.stream(args).filter(arg -> settingsOfIt.keySet().stream()
                                .noneMatch(setting -> arg.startsWith("--" + setting + "="))),
                        settingsOfIt.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new);
        ConfigurableApplicationContext context = application.run(all);
        push(context);
        String port = context.getEnvironment().getProperty("local.server.port");
        addresses.put(service, URI.create("http://" + settings.address() + ":" + port));
        console.say(service.id() + " is ready.");
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
