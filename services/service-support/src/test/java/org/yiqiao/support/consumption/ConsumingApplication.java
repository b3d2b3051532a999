package org.yiqiao.support.consumption;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiqiao.binding.launch.ServiceApplicationFactory;
import org.yiqiao.binding.runtime.ConsumerLagReader;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.RebuildService;
import org.yiqiao.core.processing.RebuildStatus;
import org.yiqiao.infra.store.EmbeddedDocumentStore;
import org.yiqiao.testkit.TestTokenIssuer;

/** A service with a single projection. */
@SpringBootApplication
class ConsumingApplication {

    private static final EmbeddedDocumentStore STORE = EmbeddedDocumentStore.inMemory();

    /** A running instance of the service. */
    record Instance(ConfigurableApplicationContext context) implements AutoCloseable {

        List<GridChiefRows.EventCount> rows() {
            return context
                    .getBean(EventProcessorFactory.class)
                    .rowStore(context.getBean(GridChiefRows.class))
                    .findAll()
                    .stream()
                    .map(row -> row.content())
                    .toList();
        }

        /** Starts a rebuild, or returns the status of the running or last one. */
        RebuildStatus rebuild() {
            RebuildService rebuilds = context.getBean(RebuildService.class);
            GridChiefRows rows = context.getBean(GridChiefRows.class);
            return rebuilds.findStatus(rows.name()).orElseGet(() -> rebuilds.start(rows));
        }

        /** Returns the number of records that are not consumed yet. */
        long lag() {
            return context.getBean(ConsumerLagReader.class)
                    .read(context.getBean(GridChiefRows.class))
                    .remaining();
        }

        /** Returns the status that a probe reports. */
        Status probe(String name) {
            HealthDescriptor health = context.getBean(HealthEndpoint.class).healthForPath(name);
            return health == null ? Status.UNKNOWN : health.getStatus();
        }

        /** Stops this instance; closing it again has no effect. */
        void stop() {
            context.close();
        }

        @Override
        public void close() {
            stop();
        }
    }

    /** @param folder folder of the instances that share a database */
    static Instance start(Path folder, String bootstrapServers, String... arguments) {
        Stream<String> defaults = Stream.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.mongodb.uri=" + STORE.uri(),
                "--yiqiao.database=consumption-" + folder.getFileName() + "-",
                "--yiqiao.data-dir=" + folder,
                TestTokenIssuer.shared().serviceArgument());
        return new Instance(ServiceApplicationFactory.createApplication(
                        ConsumingApplication.class, PlatformService.GOVERNANCE_CENTER, 0)
                .run(Stream.concat(defaults, Stream.of(arguments)).toArray(String[]::new)));
    }
}
