package org.yiqiao.edge.openapi;

import com.github.therapi.runtimejavadoc.BaseJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;

/**
 * The Javadoc of types, components and methods as Markdown. The build stores the comments beside the classes, so that
 * the API document repeats no description.
 */
final class JavadocText {

    private static final Pattern PARAGRAPH = Pattern.compile("<p>|\\n\\s*\\n");

    private JavadocText() {}

    static Optional<String> ofType(Class<?> type) {
        return text(RuntimeJavadoc.getJavadoc(type));
    }

    static Optional<String> ofComponent(Class<?> record, String component) {
        return ofParameter(RuntimeJavadoc.getJavadoc(record).getRecordComponents(), component);
    }

    static Optional<String> ofConstant(Enum<?> constant) {
        return text(RuntimeJavadoc.getJavadoc(constant));
    }

    static Optional<String> ofMethod(Method method) {
        return text(RuntimeJavadoc.getJavadoc(method));
    }

    static Optional<String> ofParameter(Method method, String parameter) {
        return ofParameter(RuntimeJavadoc.getJavadoc(method).getParams(), parameter);
    }

    /** Returns the first sentence, without its full stop. */
    static String firstSentence(String text) {
        String paragraph = text.split("\n\n", 2)[0];
        int end = paragraph.indexOf(". ");
        String sentence = end < 0 ? paragraph : paragraph.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Optional<String> ofParameter(List<ParamJavadoc> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst()
                .flatMap(parameter -> text(parameter.getComment()));
    }

    private static Optional<String> text(BaseJavadoc javadoc) {
        return javadoc.isEmpty() ? Optional.empty() : text(javadoc.getComment());
    }

    private static Optional<String> text(Comment comment) {
        MarkdownVisitor markdown = new MarkdownVisitor();
        comment.visit(markdown);
        String text = PARAGRAPH
                .splitAsStream(markdown.text)
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static final class MarkdownVisitor implements CommentVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void commentText(String value) {
            text.append(value);
        }

        @Override
        public void inlineTag(String name, String value) {
            text.append('`').append(value.strip()).append('`');
        }

        @Override
        public void inlineLink(Link link) {
            text.append('`').append(ClassUtils.getShortName(link.getLabel())).append('`');
        }

        @Override
        public void inlineValue(Value value) {
            text.append('`').append(value.getReferencedMemberName()).append('`');
        }
    }
}
