package org.yiqiao.bench.backend;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ReadinessPoller;
import org.yiqiao.infra.broker.BrokerProcess;
import org.yiqiao.infra.port.FreePort;
import org.yiqiao.infra.store.DocumentStoreProcess;

/** The broker and the document store of a run. Each is a separate process with its own folder. */
public final class BrokerAndStoreProcesses implements AutoCloseable {

    private static final int PARTITIONS = 12;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final BenchmarkProcessLauncher launcher;
    private final ChildProcess broker;
    private final ChildProcess store;
    private final String bootstrapServers;
    private final String mongodbUri;
    private final Admin admin;
    private final MongoClient client;

    private BrokerAndStoreProcesses(BenchmarkProcessLauncher launcher, String name) {
        this.launcher = launcher;
        int brokerPort = FreePort.of("127.0.0.1", 0, "broker");
        int storePort = FreePort.of("127.0.0.1", 0, "store");
        bootstrapServers = "127.0.0.1:" + brokerPort;
        mongodbUri = "mongodb://127.0.0.1:" + storePort + "/?directConnection=true&retryWrites=false";
        broker = launcher.startServer(
                name + "-broker",
                BrokerProcess.class,
                launcher.dataFolder(name).resolve("kafka").toString(),
                Integer.toString(brokerPort));
        store = launcher.startServer(
                name + "-store",
                DocumentStoreProcess.class,
                launcher.dataFolder(name).resolve("documents/store.mv").toString(),
                Integer.toString(storePort));
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        client = MongoClients.create(mongodbUri);
    }

    /**
     * Starts both servers and waits until they answer.
     *
     * @param name names the data folder; a new folder starts empty
     */
    public static BrokerAndStoreProcesses start(BenchmarkProcessLauncher launcher, String name)
            throws InterruptedException {
        BrokerAndStoreProcesses backend = new BrokerAndStoreProcesses(launcher, name);
        ReadinessPoller.await("the store of " + name, TIMEOUT, backend::isStoreReachable);
        ReadinessPoller.await("the broker of " + name, TIMEOUT, backend::isBrokerReachable);
        return backend;
    }

    public BenchmarkProcessLauncher launcher() {
        return launcher;
    }

    public ChildProcess broker() {
        return broker;
    }

    public ChildProcess store() {
        return store;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String mongodbUri() {
        return mongodbUri;
    }

    public MongoClient mongoClient() {
        return client;
    }

    public Admin admin() {
        return admin;
    }

    /** Creates a topic like those of the services: the same number of partitions and unlimited retention. */
    public void createTopic(String name) throws InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                            .configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create topic " + name, e.getCause());
        }
    }

    @Override
    public void close() {
        client.close();
        admin.close(Duration.ZERO);
        broker.close();
        store.close();
    }

    private boolean isStoreReachable() {
        try {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    private boolean isBrokerReachable() {
        try {
            admin.listTopics().names().get(1, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
