package org.yiqiao.testkit;

/** Creates test backends by name. */
final class TestBackendsFactory {

    private TestBackendsFactory() {}

    /** @throws IllegalArgumentException if the name is neither {@code embedded} nor {@code containers} */
    static TestBackends create(String name) {
        return switch (name) {
            case "embedded" -> new EmbeddedTestBackends();
            case "containers" -> new ContainerTestBackends();
            default ->
                throw new IllegalArgumentException(
                        "-Dyiqiao.backends=" + name + " is unknown; it is embedded or containers");
        };
    }
}
