package org.yiqiao.bench.subject;

import java.util.List;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.load.TopicWatcher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.rawclient.RawClientReader;
import org.yiqiao.bench.rawclient.RawClientWriter;

/**
 * The raw clients: a loop that inserts, and sends in batches, a loop that reads and upserts in batches, no HTTP.
 *
 * @param insertBatchSize how many requests it inserts at once at most
 */
public record RawClientSubject(String name, int insertBatchSize) implements BenchmarkSubject {

    /** As many as Yiqiao's relay sends at once. */
    public static RawClientSubject inBatches() {
        return new RawClientSubject("limit", RawClientWriter.MAX_BATCH_SIZE);
    }

    /** Each request by itself, as whoever decides each by itself does; they are sent in batches all the same. */
    public static RawClientSubject oneByOne() {
        return new RawClientSubject("limit-one-by-one", 1);
    }

    @Override
    public RunningSubject start(SharedServers servers) throws InterruptedException {
        BackendServers backbone = servers.backend();
        String topic = "bench." + name;
        backbone.createTopic(topic);
        ChildProcess writer = servers.launcher()
                .startMain(
                        name + "-writer",
                        RawClientWriter.class,
                        backbone.mongodbUri(),
                        backbone.bootstrapServers(),
                        topic,
                        name,
                        Integer.toString(insertBatchSize),
                        ChildProcess.PIPED_ARGUMENT);
        ChildProcess reader = servers.launcher()
                .startMain(
                        name + "-reader",
                        RawClientReader.class,
                        backbone.mongodbUri(),
                        backbone.bootstrapServers(),
                        topic,
                        name);
        return RunningSubject.of(
                name,
                List.of(writer, reader),
                backbone.store().pid(),
                new PipedRequestSender(writer),
                MongoRowLookup.of(backbone.mongoClient(), name, RawClientReader.ROWS_COLLECTION),
                new TopicWatcher(backbone.bootstrapServers(), topic));
    }
}
