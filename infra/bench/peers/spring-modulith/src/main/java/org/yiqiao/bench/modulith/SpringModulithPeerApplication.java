package org.yiqiao.bench.modulith;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.yiqiao.bench.modulith.projection.ProjectionApplication;
import org.yiqiao.bench.modulith.requests.RequestsApplication;

/** Starts one of the peer's two processes: {@code requests} takes commands, {@code projection} makes them readable. */
public final class SpringModulithPeerApplication {

    private SpringModulithPeerApplication() {}

    public static void main(String[] args) {
        Class<?> application =
                switch (args[0]) {
                    case "requests" -> RequestsApplication.class;
                    case "projection" -> ProjectionApplication.class;
                    default -> throw new IllegalArgumentException("requests or projection, not " + args[0]);
                };
        SpringApplication.run(application, Arrays.copyOfRange(args, 1, args.length));
    }
}
