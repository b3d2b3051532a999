package org.yiqiao.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathJarPackerTest {

    @TempDir
    private Path folder;

    @Test
    void packedClassPathHasOnlyJarsWithTheSameClasses() throws Exception {
        assertThat(ClassPathJarPacker.hasFolders()).isTrue();

        List<Path> jars = packed();

        assertThat(jars).allMatch(Files::isRegularFile);
        URL[] urls = jars.stream().map(ClassPathJarPackerTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            assertThat(loader.loadClass(ClassPathJarPacker.class.getName())).isNotEqualTo(ClassPathJarPacker.class);
            assertThat(loader.loadClass(ClassPathJarPackerTest.class.getName()))
                    .isNotEqualTo(ClassPathJarPackerTest.class);
            assertThat(loader.getResource("org/yiqiao/infra/process/")).isNotNull();
        }
    }

    @Test
    void unchangedJarsAreKeptAndOutdatedOnesDeleted() throws IOException {
        Path old = Files.createFile(folder.resolve("0.jar"));
        List<Path> first = packed();
        List<FileTime> times = modificationTimes(first);

        List<Path> second = packed();

        assertThat(second).isEqualTo(first);
        assertThat(modificationTimes(second)).isEqualTo(times);
        assertThat(old).doesNotExist();
    }

    private List<Path> packed() throws IOException {
        return Stream.of(ClassPathJarPacker.packInto(folder).split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    private static List<FileTime> modificationTimes(List<Path> files) throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (Path file : files) {
            times.add(Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
