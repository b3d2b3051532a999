package org.yiqiao.bench.measures;

import java.io.IOException;
import java.util.List;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.load.Load;
import org.yiqiao.bench.load.LogWatch;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.subject.Services;
import org.yiqiao.bench.subject.Town;
import org.yiqiao.bench.subject.Yiqiao;

/** Resident requests and the center with the made-up town, on a backbone of their own. */
record RunningTown(Backbone backbone, Services services, List<ChildProcess> processes, Load load)
        implements AutoCloseable {

    static RunningTown start(Programs programs, String name) throws IOException, InterruptedException {
        Backbone backbone = Backbone.start(programs, name);
        Services services = new Services(backbone, name);
        services.importTerritory(Town.territory());
        List<ChildProcess> processes = List.of(services.start(Services.REQUESTS), services.start(Services.CENTER));
        services.awaitRouting(Town.request(0));
        Load load = new Load(
                services.requests(), Yiqiao.rows(backbone), new LogWatch(backbone.bootstrapServers(), Yiqiao.TOPIC));
        return new RunningTown(backbone, services, processes, load);
    }

    @Override
    public void close() {
        load.log().close();
        processes.forEach(ChildProcess::close);
        backbone.close();
    }
}
