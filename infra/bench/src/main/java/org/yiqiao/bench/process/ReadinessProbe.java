package org.yiqiao.bench.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until something is ready. */
public final class ReadinessProbe {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private static final Duration POLL = Duration.ofMillis(50);

    private ReadinessProbe() {}

    /** @throws IllegalStateException if that takes longer than the patience */
    public static void await(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        await(what, patience, POLL, condition);
    }

    /** The same for what is slower if it is asked often. */
    public static void await(String what, Duration patience, Duration poll, BooleanSupplier condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " did not come within " + patience);
            }
            Thread.sleep(poll);
        }
    }

    /** Waits until a Spring Boot program says that it takes requests. */
    public static void await(ChildProcess process, URI address) throws InterruptedException {
        await(process.name(), Duration.ofMinutes(3), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.name() + " ended while it started; see its log");
            }
            return isReady(address);
        });
    }

    public static boolean isReady(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
