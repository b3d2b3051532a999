package org.yiqiao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.yiqiao.infra.broker.EmbeddedBroker;
import org.yiqiao.infra.store.EmbeddedDocumentStore;

/**
 * A Kafka broker and a document store in this JVM. They are never closed, so they also serve services that stop while
 * the JVM ends.
 */
final class EmbeddedTestBackends implements TestBackends {

    private final EmbeddedBroker broker;
    private final EmbeddedDocumentStore store;

    EmbeddedTestBackends() {
        try {
            broker = EmbeddedBroker.start(Files.createTempDirectory("yiqiao-broker"), "127.0.0.1", 0);
            store = EmbeddedDocumentStore.inMemory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String mongodbUri() {
        return store.uri();
    }

    @Override
    public String description() {
        return "Kafka (KRaft) and the embedded store in this JVM";
    }
}
