package org.yiqiao.testkit;

/** The broker and the document store that all tests of this JVM share. They start once and end with the JVM. */
public interface TestBackends {

    String bootstrapServers();

    /** Returns a URI with credentials and options, without a database. */
    String mongodbUri();

    /** Returns a description of these backends for the test output. */
    String description();

    /**
     * Returns the backends that the system property {@code yiqiao.backends} selects: {@code embedded} in this JVM,
     * which is the default, or {@code containers}.
     *
     * @throws IllegalStateException if containers are selected and the engine or an image is missing
     */
    static TestBackends shared() {
        return SharedBackends.BACKENDS;
    }

    /** Holds the shared backends, which start on first use. */
    final class SharedBackends {

        private static final TestBackends BACKENDS = start();

        private SharedBackends() {}

        private static TestBackends start() {
            TestBackends backends = TestBackendsFactory.create(System.getProperty("yiqiao.backends", "embedded"));
            announce(backends.description());
            return backends;
        }

        @SuppressWarnings("SystemOut")
        private static void announce(String description) {
            System.out.println("Test backends: " + description);
        }
    }
}
