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
import org.yiqiao.infra.store.EmbeddedStore;

class PortInUseTest {
    @TempDir
    private Path directory;

    @Test
    void theBrokerSaysWhichPortIsTaken() throws IOException {
        try (ServerSocket other = listening()) {
            int port = other.getLocalPort();
            refuses(port, "message broker", () -> EmbeddedBroker.start(directory.resolve("broker"), "127.0.0.1", port));
            assertThat(directory.resolve("broker")).doesNotExist();
        }
    }

    @Test
    void theStoreSaysWhichPortIsTakenAndLetsItsFileGo() throws IOException {
        Path file = directory.resolve("store.mv");
        try (ServerSocket other = listening()) {
            int port = other.getLocalPort();
            refuses(port, "document store", () -> EmbeddedStore.start(file, "127.0.0.1", port));
        }
        EmbeddedStore.start(file, "127.0.0.1", 0).close();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void refuses(int port, String wantedBy, ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(PortInUseException.class, e -> {
                    assertThat(e.port()).isEqualTo(port);
                    assertThat(e.wantedBy()).isEqualTo(wantedBy);
                })
                .hasMessageContaining(Integer.toString(port))
                .hasMessageContaining(wantedBy);
    }
}
