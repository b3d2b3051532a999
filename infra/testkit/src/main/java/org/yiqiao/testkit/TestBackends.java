package org.yiqiao.testkit;

import org.testcontainers.DockerClientFactory;

/** The broker and the document store that the tests of this JVM share; they are started once and end with it. */
public interface TestBackends {

    String bootstrapServers();

    /** With credentials and options, without a database. */
    String mongodbUri();

    /** What these backends are, for the test output. */
    String description();

    /** Containers where Docker answers, else what runs in this JVM. */
    static TestBackends shared() {
        return SharedBackends.BACKENDS;
    }

    /** Holds the shared backends, made when they are first asked for. */
    final class SharedBackends {

        private static final TestBackends BACKENDS = start();

        private SharedBackends() {}

        private static TestBackends start() {
            TestBackends backends = DockerClientFactory.instance().isDockerAvailable()
                    ? new ContainerBackends()
                    : new EmbeddedBackends();
            announce(backends.description());
            return backends;
        }

        @SuppressWarnings("SystemOut")
        private static void announce(String description) {
            System.out.println("Backends of these tests: " + description);
        }
    }
}
