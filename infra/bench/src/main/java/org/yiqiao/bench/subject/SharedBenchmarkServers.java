package org.yiqiao.bench.subject;

import java.util.Optional;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.backend.PostgresServer;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;

/** The servers that the subjects of a run share. PostgreSQL starts on first use. */
public final class SharedBenchmarkServers implements AutoCloseable {

    private final BenchmarkProcessLauncher launcher;
    private final BrokerAndStoreProcesses backend;
    private Optional<PostgresServer> postgres = Optional.empty();

    public SharedBenchmarkServers(BenchmarkProcessLauncher launcher, BrokerAndStoreProcesses backend) {
        this.launcher = launcher;
        this.backend = backend;
    }

    public BenchmarkProcessLauncher launcher() {
        return launcher;
    }

    public BrokerAndStoreProcesses backend() {
        return backend;
    }

    PostgresServer postgres() {
        PostgresServer running = postgres.orElseGet(() -> PostgresServer.start(launcher));
        postgres = Optional.of(running);
        return running;
    }

    @Override
    public void close() {
        postgres.ifPresent(PostgresServer::close);
        backend.close();
    }
}
