package org.yiqiao.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The packages of {@code src/test/node} in the versions of its lock file, installed into the build folder. */
final class NodePackages {

    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node").toAbsolutePath();
    private static final Path INSTALLED_LOCK = FOLDER.resolve("installed-lock.json");

    private NodePackages() {}

    /** Returns the folder with the programs and their packages. Skips the test if Node or npm is missing. */
    static synchronized Path install() throws IOException, InterruptedException {
        assumeTrue(ExternalProgram.isInstalled("node") && ExternalProgram.isInstalled("npm"), "needs Node 18 and npm");
        Files.createDirectories(FOLDER);
        for (Path file : sourceFiles()) {
            Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        String lock = Files.readString(FOLDER.resolve("package-lock.json"));
        if (!Files.exists(INSTALLED_LOCK) || !Files.readString(INSTALLED_LOCK).equals(lock)) {
            new ExternalProgram(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").run();
            Files.writeString(INSTALLED_LOCK, lock);
        }
        return FOLDER;
    }

    private static List<Path> sourceFiles() throws IOException {
        try (Stream<Path> files = Files.list(SOURCE)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
