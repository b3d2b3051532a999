package org.yiqiao.testkit.prose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own sources and documents, without build output and data. */
record SourceTree(Path root) {

    private static final Set<String> ROOTS = Set.of("services", "infra", "docs");
    private static final Set<String> SKIPPED = Set.of("target", "data", "node_modules");

    /**
     * A text file of the project.
     *
     * @param name path relative to the root
     */
    record Source(String name, String text) {

        /** The name of the file without folder and ending. */
        String simpleName() {
            return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
        }
    }

    /** The tree that this module is part of. */
    static SourceTree ofThisProject() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the project has no mvnw");
        }
        return new SourceTree(folder);
    }

    List<Passage> javadoc() {
        return sources().stream()
                .flatMap(source -> JavadocText.passages(source.name(), source.text()).stream())
                .toList();
    }

    List<Source> sources() {
        return load(files(".java"));
    }

    /** The documents in every language. */
    List<Source> documentSources() {
        return load(markdown());
    }

    /** The prose of the English documents and of the README. */
    List<Passage> documents() {
        return documentSources().stream()
                .filter(document -> !document.name().contains("zh-CN"))
                .flatMap(document -> MarkdownText.passages(document.name(), document.text()).stream())
                .toList();
    }

    /** Lines of documents in any language that are wider than a number of columns; a Chinese character fills two. */
    List<String> documentLinesWiderThan(int limit) {
        List<String> wide = new ArrayList<>();
        for (Source document : documentSources()) {
            List<String> lines = document.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                int columns = MarkdownText.columns(lines.get(i));
                if (columns > limit) {
                    wide.add(document.name() + ":" + (i + 1) + ": " + columns + " columns");
                }
            }
        }
        return wide;
    }

    private List<Path> markdown() {
        List<Path> found = new ArrayList<>(files(".md"));
        try (Stream<Path> top = Files.list(root)) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private List<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        for (String top : ROOTS) {
            try {
                Files.walkFileTree(root.resolve(top), new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return SKIPPED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(ending)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private List<Source> load(List<Path> files) {
        return files.stream()
                .map(file -> new Source(root.relativize(file).toString(), read(file)))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
