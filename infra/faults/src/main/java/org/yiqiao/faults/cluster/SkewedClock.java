package org.yiqiao.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** A clock with an offset from the real time that is read from a file; the clock jumps when the file changes. */
final class SkewedClock extends Clock {

    private final Path file;
    private volatile Duration skew = Duration.ZERO;

    SkewedClock(Path file) {
        this.file = file;
        readSkew();
        Thread.ofPlatform().daemon().name("skewed-clock").start(this::pollSkew);
    }

    /** Sets the offset of all clocks that read this file. */
    static void writeSkew(Path file, Duration skew) {
        try {
            Files.writeString(file, skew.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(skew);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Only UTC is supported");
    }

    private void pollSkew() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(200);
                readSkew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readSkew() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            skew = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
