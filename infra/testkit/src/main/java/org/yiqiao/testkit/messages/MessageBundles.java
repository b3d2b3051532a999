package org.yiqiao.testkit.messages;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the messages and titles of problems from the class path. */
final class MessageBundles {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z-]*|unexpected");

    private MessageBundles() {}

    /** @param bundle such as {@code common_zh} or {@code titles/common} */
    static Properties load(String bundle) {
        String name = "/problems/" + bundle + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessageBundles.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Properties messages = new Properties();
            messages.load(reader);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the keys that are problem codes; the other keys are variants of messages, and words of enumerations. */
    static Set<String> codes(Properties messages) {
        return messages.stringPropertyNames().stream()
                .filter(key -> CODE.matcher(key).matches())
                .collect(toSet());
    }
}
