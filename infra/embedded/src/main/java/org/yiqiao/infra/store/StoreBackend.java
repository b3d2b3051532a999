package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All databases of the store, and the promise that what a client was told is durable. */
final class StoreBackend extends AbstractMongoBackend {
    private final OpenCursors cursors = new OpenCursors(getCursorRegistry());
    private final Storage storage;
    private final Map<String, StoreDatabase> open = new ConcurrentHashMap<>();

    StoreBackend(Storage storage) {
        this.storage = storage;
        version(ServerVersion.MONGO_5_0);
        StoreDatabase.namesIn(storage).forEach(this::resolveDatabase);
        storage.recover(logged -> open.values().stream()
                .flatMap(database -> database.table(logged.collection()).stream())
                .forEach(table -> table.redo(logged)));
    }

    /** The library asks again for databases that are open, to list them. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return open.computeIfAbsent(name, _ -> new StoreDatabase(name, cursors, storage));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        open.remove(name);
    }

    /** Readers wait too, if there is anything to wait for: nobody is shown what could still be lost. */
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
