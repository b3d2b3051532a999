package org.yiqiao.bench.stream;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.yiqiao.bench.stream.projection.ProjectionApplication;
import org.yiqiao.bench.stream.requests.RequestsApplication;

/**
 * Starts one of the peer's two processes: {@code requests} accepts requests, {@code projection} makes them readable.
 */
public final class StreamOnlyPeerApplication {

    private StreamOnlyPeerApplication() {}

    public static void main(String[] args) {
        Class<?> application =
                switch (args[0]) {
                    case "requests" -> RequestsApplication.class;
                    case "projection" -> ProjectionApplication.class;
                    default -> throw new IllegalArgumentException("Expected requests or projection: " + args[0]);
                };
        SpringApplication process = new SpringApplication(application);
        process.setAdditionalProfiles(args[0]);
        process.run(Arrays.copyOfRange(args, 1, args.length));
    }
}
