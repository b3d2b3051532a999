package org.yiqiao.bench.backend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;

/**
 * A real PostgreSQL server with the durability that all subjects promise.
 *
 * <p>It answers a commit when the operating system has the data, as the document store does. An answered commit
 * therefore survives {@code kill -9} of the server; no subject promises more. {@code synchronous_commit} is on for
 * that. {@code fsync} only protects against a loss of power and is off, which favours PostgreSQL.
 */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final long pid;

    private PostgresServer(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    public static PostgresServer start(BenchmarkProcessLauncher launcher) {
        Path folder = launcher.dataFolder("postgresql");
        try {
            Files.createDirectories(folder);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("max_connections", "100")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
            return new PostgresServer(server, pid);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL failed to start", e);
        }
    }

    /** Creates a database and returns its JDBC URL. */
    public String createDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
        return server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    /** Returns the process id of the postmaster, the parent of all other processes of the server. */
    public long pid() {
        return pid;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
