package org.yiqiao.standalone.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiqiao.infra.process.ClassPathJarPacker;

/**
 * A file with the loaded and linked classes of the program, from which a JVM starts faster (JEP 483). The file matches
 * exactly one set of jars and one JVM, so its name is derived from both.
 *
 * @param file exists only after a training run has written it
 * @param classPath class path without folders; the JVM requires this for the cache
 */
record AotCache(Path file, String classPath) {

    /**
     * Returns the cache for the class path of this process. Deletes cache files that do not match it.
     *
     * @param folder for the cache file, and for the jars into which folders of the class path are packed
     */
    static AotCache open(Path folder) throws IOException {
        String classPath = ClassPathJarPacker.packInto(folder);
        String fingerprint = classPath + System.getProperty("java.home") + System.getProperty("java.vm.version");
        Path file = folder.resolve(UUID.nameUUIDFromBytes(fingerprint.getBytes(StandardCharsets.UTF_8)) + ".aot");
        try (Stream<Path> others = Files.list(folder)) {
            for (Path other : others.filter(other -> other.toString().endsWith(".aot") && !other.equals(file))
                    .toList()) {
                Files.delete(other);
            }
        }
        return new AotCache(file, classPath);
    }

    boolean exists() {
        return Files.exists(file);
    }
}
