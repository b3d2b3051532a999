package org.yiqiao.bench.subject;

import java.util.Optional;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.backend.PostgresServer;
import org.yiqiao.bench.process.ProgramLauncher;

/** The servers that the subjects of a run share. PostgreSQL starts when the first one asks for it. */
public final class SharedServers implements AutoCloseable {

    private final ProgramLauncher programs;
    private final BackendServers backbone;
    private Optional<PostgresServer> postgres = Optional.empty();

    public SharedServers(ProgramLauncher programs, BackendServers backbone) {
        this.programs = programs;
        this.backbone = backbone;
    }

    public ProgramLauncher launcher() {
        return programs;
    }

    public BackendServers backend() {
        return backbone;
    }

    PostgresServer postgres() {
        PostgresServer running = postgres.orElseGet(() -> PostgresServer.start(programs));
        postgres = Optional.of(running);
        return running;
    }

    @Override
    public void close() {
        postgres.ifPresent(PostgresServer::close);
        backbone.close();
    }
}
