package org.yiqiao.edge.web;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.yiqiao.testkit.messages.ProblemMessageContract;

/** The messages that the shared modules use. */
class ProblemMessageCoverageTest extends ProblemMessageContract {

    ProblemMessageCoverageTest() {
        super(
                "common",
                Stream.of("event-core", "event-binding", "access-control", "web-edge", "audit-trail", "service-support")
                        .map(module -> Path.of("..", module, "src", "main", "java"))
                        .toArray(Path[]::new));
    }
}
