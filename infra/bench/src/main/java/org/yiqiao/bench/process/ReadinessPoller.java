package org.yiqiao.bench.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions, such as the readiness of a program. */
public final class ReadinessPoller {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private ReadinessPoller() {}

    /**
     * Waits until the condition holds.
     *
     * @param awaited describes the condition in the error message
     * @throws IllegalStateException if the timeout ends first
     */
    public static void await(String awaited, Duration timeout, BooleanSupplier condition) throws InterruptedException {
        await(awaited, timeout, POLL_INTERVAL, condition);
    }

    /**
     * Waits like {@link #await(String, Duration, BooleanSupplier)}, with a polling interval for conditions that are
     * expensive to check.
     */
    public static void await(String awaited, Duration timeout, Duration interval, BooleanSupplier condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Timed out after " + timeout + " while waiting for " + awaited);
            }
            Thread.sleep(interval);
        }
    }

    /** Waits until a Spring Boot program is ready for requests. */
    public static void await(ChildProcess process, URI address) throws InterruptedException {
        await("the readiness of " + process.name(), Duration.ofMinutes(3), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.name() + " ended during its start; see its log");
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
