package org.yiqiao.bench.modulith;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.yiqiao.bench.modulith.projection.ProjectionApplication;
import org.yiqiao.bench.modulith.requests.RequestsApplication;

/**
 * Starts one of the peer's two processes: {@code requests} accepts requests, {@code projection} makes them readable.
 */
public final class SpringModulithPeerApplication {

    private SpringModulithPeerApplication() {}

    public static void main(String[] args) {
        Class<?> application =
                switch (args[0]) {
                    case "requests" -> RequestsApplication.class;
                    case "projection" -> ProjectionApplication.class;
                    default -> throw new IllegalArgumentException("Expected requests or projection: " + args[0]);
                };
        SpringApplication.run(application, Arrays.copyOfRange(args, 1, args.length));
    }
}
