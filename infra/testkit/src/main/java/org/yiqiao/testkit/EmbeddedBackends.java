package org.yiqiao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.yiqiao.infra.broker.EmbeddedBroker;
import org.yiqiao.infra.store.EmbeddedDocumentStore;

/** A Kafka broker and a document store in this JVM; they serve until it is gone, also those who stop as it ends. */
final class EmbeddedBackends implements TestBackends {

    private final EmbeddedBroker broker;
    private final EmbeddedDocumentStore store;

    EmbeddedBackends() {
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
        return "Kafka (KRaft) and the embedded store in this JVM, since no Docker answers";
    }
}
