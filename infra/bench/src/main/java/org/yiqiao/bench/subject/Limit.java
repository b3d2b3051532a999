package org.yiqiao.bench.subject;

import java.util.List;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.limit.LimitReader;
import org.yiqiao.bench.limit.LimitWriter;
import org.yiqiao.bench.load.LogWatch;
import org.yiqiao.bench.process.ChildProcess;

/**
 * The raw clients: a loop that inserts, and sends in batches, a loop that reads and upserts in batches, no HTTP.
 *
 * @param inserts how many requests it inserts at once at most
 */
public record Limit(String name, int inserts) implements Contender {

    /** As many as Yiqiao's relay sends at once. */
    public static Limit inBatches() {
        return new Limit("limit", LimitWriter.BATCH);
    }

    /** Each request by itself, as whoever decides each by itself does; they are sent in batches all the same. */
    public static Limit oneByOne() {
        return new Limit("limit-one-by-one", 1);
    }

    @Override
    public Subject start(Servers servers) throws InterruptedException {
        Backbone backbone = servers.backbone();
        String topic = "bench." + name;
        backbone.makeTopic(topic);
        ChildProcess writer = servers.programs()
                .main(
                        name + "-writer",
                        LimitWriter.class,
                        backbone.mongodbUri(),
                        backbone.bootstrapServers(),
                        topic,
                        name,
                        Integer.toString(inserts),
                        ChildProcess.PIPED);
        ChildProcess reader = servers.programs()
                .main(
                        name + "-reader",
                        LimitReader.class,
                        backbone.mongodbUri(),
                        backbone.bootstrapServers(),
                        topic,
                        name);
        return Subject.of(
                name,
                List.of(writer, reader),
                backbone.store().pid(),
                new PipedDrive(writer),
                DocumentRows.of(backbone.client(), name, LimitReader.ROWS),
                new LogWatch(backbone.bootstrapServers(), topic));
    }
}
