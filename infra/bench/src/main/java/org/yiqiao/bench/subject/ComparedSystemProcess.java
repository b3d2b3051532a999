package org.yiqiao.bench.subject;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ReadinessPoller;
import org.yiqiao.infra.port.FreePort;

/** One of the two processes of a peer, ready for requests. */
record ComparedSystemProcess(ChildProcess process, URI address) {

    /** @param role role of the process: {@code requests} or {@code projection} */
    static ComparedSystemProcess start(
            BenchmarkProcessLauncher launcher, String name, String module, String role, String... settings)
            throws InterruptedException {
        int port = FreePort.of("127.0.0.1", 0, name);
        List<String> arguments = new ArrayList<>(List.of(role, "--server.port=" + port));
        arguments.addAll(Arrays.asList(settings));
        ChildProcess process = launcher.startApplication(name + "-" + role, module, arguments.toArray(String[]::new));
        URI address = URI.create("http://127.0.0.1:" + port);
        ReadinessPoller.await(process, address);
        return new ComparedSystemProcess(process, address);
    }
}
