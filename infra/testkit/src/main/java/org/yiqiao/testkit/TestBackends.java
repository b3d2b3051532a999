package org.yiqiao.testkit;

import org.testcontainers.DockerClientFactory;

/** The broker and the document store that all tests of this JVM share. They start once and end with the JVM. */
public interface TestBackends {

    String bootstrapServers();

    /** Returns a URI with credentials and options, without a database. */
    String mongodbUri();

    /** Returns a description of these backends for the test output. */
    String description();

    /** Returns containers where Docker is available, else embedded backends in this JVM. */
    static TestBackends shared() {
        return SharedBackends.BACKENDS;
    }

    /** Holds the shared backends, which start on first use. */
    final class SharedBackends {

        private static final TestBackends BACKENDS = start();

        private SharedBackends() {}

        private static TestBackends start() {
            TestBackends backends = DockerClientFactory.instance().isDockerAvailable()
                    ? new ContainerTestBackends()
                    : new EmbeddedTestBackends();
            announce(backends.description());
            return backends;
        }

        @SuppressWarnings("SystemOut")
        private static void announce(String description) {
            System.out.println("Test backends: " + description);
        }
    }
}
