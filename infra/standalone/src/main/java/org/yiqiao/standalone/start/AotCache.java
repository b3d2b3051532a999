package org.yiqiao.standalone.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiqiao.infra.process.JarClassPath;

/**
 * The classes of the program, loaded and linked, in a file that a JVM starts from (JEP 483). It is good for these very
 * jars and this very JVM, which is why its name is made of both.
 *
 * @param classPath jars alone, as the JVM wants it for that
 */
record AotCache(Path file, String classPath) {

    /** @param folder for the file and for jars that are made of folders; files that are good for nothing any more go */
    static AotCache open(Path folder) throws IOException {
        String classPath = JarClassPath.packInto(folder);
        String madeFor = classPath + System.getProperty("java.home") + System.getProperty("java.vm.version");
        Path file = folder.resolve(UUID.nameUUIDFromBytes(madeFor.getBytes(StandardCharsets.UTF_8)) + ".aot");
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
