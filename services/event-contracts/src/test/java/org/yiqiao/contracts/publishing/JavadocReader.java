package org.yiqiao.contracts.publishing;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads the Javadoc of types and record components from the source files. */
final class JavadocReader {

    static final JavadocReader CONTRACTS = new JavadocReader(Path.of("src/main/java"));

    /** The comments of types by binary name. */
    private final Map<String, DocCommentTree> comments = new HashMap<>();

    private JavadocReader(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(java));
            DocTrees trees = DocTrees.instance(task);
            task.parse().forEach(unit -> collect(unit, trees));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> findText(Class<?> type) {
        return comment(type).map(DocCommentTree::getFullBody).flatMap(JavadocReader::text);
    }

    Optional<String> findText(Class<?> record, String component) {
        return comment(record).stream()
                .flatMap(comment -> comment.getBlockTags().stream())
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(tag -> tag.getName().getName().contentEquals(component))
                .findFirst()
                .flatMap(tag -> text(tag.getDescription()));
    }

    private Optional<DocCommentTree> comment(Class<?> type) {
        return Optional.ofNullable(comments.get(type.getName()));
    }

    private static Optional<String> text(List<? extends DocTree> parts) {
        String text = parts.stream()
                .map(JavadocReader::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree plain -> plain.getBody();
            case LiteralTree code -> text(code.getBody());
            default -> part.toString();
        };
    }

    private void collect(CompilationUnitTree unit, DocTrees trees) {
        new TreePathScanner<@Nullable Void, String>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, String prefix) {
                String name = prefix + type.getSimpleName();
                DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
                if (comment != null) {
                    comments.put(name, comment);
                }
                return super.visitClass(type, name + "$");
            }
        }.scan(unit, unit.getPackageName() + ".");
    }
}
