package org.yiqiao.infra.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.infra.broker.EmbeddedBroker;
import org.yiqiao.infra.store.EmbeddedDocumentStore;

class PortInUseTest {
    @TempDir
    private Path directory;

    @Test
    void brokerReportsTheOccupiedPort() throws IOException {
        try (ServerSocket other = openServerSocket()) {
            int port = other.getLocalPort();
            assertPortInUse(
                    port, "message broker", () -> EmbeddedBroker.start(directory.resolve("broker"), "127.0.0.1", port));
            assertThat(directory.resolve("broker")).doesNotExist();
        }
    }

    @Test
    void storeReportsTheOccupiedPortAndReleasesItsFile() throws IOException {
        Path file = directory.resolve("store.mv");
        try (ServerSocket other = openServerSocket()) {
            int port = other.getLocalPort();
            assertPortInUse(port, "document store", () -> EmbeddedDocumentStore.start(file, "127.0.0.1", port));
        }
        EmbeddedDocumentStore.start(file, "127.0.0.1", 0).close();
    }

    private static ServerSocket openServerSocket() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void assertPortInUse(int port, String name, ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(PortInUseException.class, e -> {
                    assertThat(e.port()).isEqualTo(port);
                    assertThat(e.serverName()).isEqualTo(name);
                })
                .hasMessageContaining(Integer.toString(port))
                .hasMessageContaining(name);
    }
}
