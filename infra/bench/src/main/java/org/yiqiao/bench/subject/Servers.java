package org.yiqiao.bench.subject;

import java.util.Optional;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.backbone.Postgres;
import org.yiqiao.bench.process.Programs;

/** The servers that the subjects of a run share. PostgreSQL starts when the first one asks for it. */
public final class Servers implements AutoCloseable {

    private final Programs programs;
    private final Backbone backbone;
    private Optional<Postgres> postgres = Optional.empty();

    public Servers(Programs programs, Backbone backbone) {
        this.programs = programs;
        this.backbone = backbone;
    }

    public Programs programs() {
        return programs;
    }

    public Backbone backbone() {
        return backbone;
    }

    Postgres postgres() {
        Postgres running = postgres.orElseGet(() -> Postgres.start(programs));
        postgres = Optional.of(running);
        return running;
    }

    @Override
    public void close() {
        postgres.ifPresent(Postgres::close);
        backbone.close();
    }
}
