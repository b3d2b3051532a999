package org.yiqiao.bench.subject;

import java.io.IOException;
import java.util.List;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.load.LogWatch;
import org.yiqiao.bench.process.ChildProcess;

/** The real services: resident requests take the commands, the governance center makes them readable. */
public final class Yiqiao implements Contender {

    public static final String TOPIC = "yiqiao.request.v1";

    @Override
    public String name() {
        return "yiqiao";
    }

    @Override
    public Subject start(Servers servers) throws IOException, InterruptedException {
        Backbone backbone = servers.backbone();
        Services services = new Services(backbone, "yiqiao");
        services.importTerritory(Town.territory());
        ChildProcess requests = services.start(Services.REQUESTS);
        ChildProcess center = services.start(Services.CENTER);
        services.awaitRouting(Town.request(0));
        return Subject.of(
                name(),
                List.of(requests, center),
                backbone.store().pid(),
                services.requests(),
                rows(backbone),
                new LogWatch(backbone.bootstrapServers(), TOPIC));
    }

    /** The center's rows, one for each request. */
    public static DocumentRows rows(Backbone backbone) {
        return DocumentRows.of(backbone.client(), "yiqiao-center", "RequestRows");
    }
}
