package org.yiqiao.bench.subject;

import java.util.Optional;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.backend.PostgresServer;
import org.yiqiao.bench.process.ProgramLauncher;

/** The servers that the subjects of a run share. PostgreSQL starts on first use. */
public final class SharedServers implements AutoCloseable {

    private final ProgramLauncher launcher;
    private final BackendServers backend;
    private Optional<PostgresServer> postgres = Optional.empty();

    public SharedServers(ProgramLauncher launcher, BackendServers backend) {
        this.launcher = launcher;
        this.backend = backend;
    }

    public ProgramLauncher launcher() {
        return launcher;
    }

    public BackendServers backend() {
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
