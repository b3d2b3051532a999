package org.yiqiao.infra.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The class path of this process, converted to jars without folders. A JVM can share classes with earlier JVMs only if
 * the classes come from jars.
 */
public final class ClassPathJarPacker {

    private ClassPathJarPacker() {}

    /** Returns whether the class path contains a folder. */
    public static boolean hasFolders() {
        return entries().anyMatch(Files::isDirectory);
    }

    /**
     * Packs each folder of the class path into a jar and returns the resulting class path. A jar that an earlier call
     * packed from the same files is kept, because shared classes are valid only for exactly these jars. Jars of other
     * files are deleted.
     *
     * @param folder the folder for the jars
     */
    public static String packInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> packed = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        for (Path entry : entries().filter(Files::exists).toList()) {
            if (Files.isDirectory(entry)) {
                Path jar = pack(entry, folder);
                kept.add(jar);
                packed.add(jar.toString());
            } else {
                packed.add(entry.toString());
            }
        }
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.filter(jar -> jar.toString().endsWith(".jar") && !kept.contains(jar))
                    .toList()) {
                Files.delete(jar);
            }
        }
        return String.join(File.pathSeparator, packed);
    }

    private static Stream<Path> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of);
    }

    private static Path pack(Path classes, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(file -> !file.equals(classes)).sorted().toList();
        }
        Path jar = folder.resolve(Long.toHexString(fingerprint(classes, files)) + ".jar");
        if (!Files.exists(jar)) {
            Path temporary = Files.createTempFile(folder, "packing", null);
            try (OutputStream out = Files.newOutputStream(temporary);
                    JarOutputStream packed = new JarOutputStream(out)) {
                for (Path file : files) {
                    String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                    if (Files.isDirectory(file)) {
                        // Scanning a package for classes needs directory entries.
                        packed.putNextEntry(new JarEntry(name + "/"));
                    } else {
                        packed.putNextEntry(new JarEntry(name));
                        Files.copy(file, packed);
                    }
                }
            }
            Files.move(temporary, jar);
        }
        return jar;
    }

    /** Returns a checksum of the path of the folder and of the names, sizes and times of its files. */
    private static long fingerprint(Path classes, List<Path> files) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(classes.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        for (Path file : files) {
            crc.update((file + "|" + Files.size(file) + "|" + Files.getLastModifiedTime(file))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return crc.getValue();
    }
}
