package org.yiqiao.bench.subject;

import java.util.List;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.limit.LimitReader;
import org.yiqiao.bench.limit.LimitWriter;
import org.yiqiao.bench.load.LogWatch;
import org.yiqiao.bench.process.ChildProcess;

/** The raw clients: a loop that inserts and sends in batches, a loop that reads and upserts in batches, no HTTP. */
public final class Limit implements Contender {

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public Subject start(Servers servers) throws InterruptedException {
        Backbone backbone = servers.backbone();
        String topic = "bench." + name();
        backbone.makeTopic(topic);
        String[] arguments = {backbone.mongodbUri(), backbone.bootstrapServers(), topic, ChildProcess.PIPED};
        ChildProcess writer = servers.programs().main("limit-writer", LimitWriter.class, arguments);
        ChildProcess reader = servers.programs().main("limit-reader", LimitReader.class, arguments);
        return Subject.of(
                name(),
                List.of(writer, reader),
                backbone.store().pid(),
                new PipedDrive(writer),
                DocumentRows.of(backbone.client(), LimitWriter.DATABASE, LimitReader.ROWS),
                new LogWatch(backbone.bootstrapServers(), topic));
    }
}
