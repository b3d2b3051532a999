package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All databases of the store. Answers a client only after everything that the answer shows is durable. */
final class EmbeddedStoreBackend extends AbstractMongoBackend {
    private final IdleCursorRemover cursors = new IdleCursorRemover(getCursorRegistry());
    private final StorageEngine storage;
    private final Map<String, EmbeddedStoreDatabase> open = new ConcurrentHashMap<>();

    EmbeddedStoreBackend(StorageEngine storage) {
        this.storage = storage;
        version(ServerVersion.MONGO_5_0);
        EmbeddedStoreDatabase.namesIn(storage).forEach(this::resolveDatabase);
        storage.recover(logged -> open.values().stream()
                .flatMap(database -> database.findCollectionData(logged.collection()).stream())
                .forEach(table -> table.replay(logged)));
    }

    /** Returns the open database, if there is one: the library asks again for open databases, to list them. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return open.computeIfAbsent(name, _ -> new EmbeddedStoreDatabase(name, cursors, storage));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        open.remove(name);
    }

    /**
     * Handles a command. Readers also wait for pending writes to the log, so that no client sees a change that could
     * still be lost.
     */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return command.equals("hello")
                    ? super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true)
                    : super.handleCommand(channel, database, command, query);
        } finally {
            storage.awaitDurable();
        }
    }

    @Override
    public void close() {
        super.close();
        storage.close();
    }
}
