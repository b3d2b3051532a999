package org.yiqiao.edge.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.yiqiao.contracts.PlatformService;

/**
 * Resolves problem codes to titles and messages in English and Chinese. A title is the same for every problem of a
 * code; a message describes the occurrence. Languages other than Chinese fall back to English.
 *
 * <p>The placeholder {@code {name}} in a message stands for the detail of that name. A detail that is an enumeration
 * constant is shown in words, from the key {@code TypeName.CONSTANT}, and a list with commas. A detail can be text of
 * the caller, so placeholders in it stay as they are. The variant {@code code[name]} of a message is used if there is a
 * detail of that name.
 */
public final class ProblemMessages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final MessageSource titles;
    private final MessageSource messages;

    ProblemMessages(PlatformService service) {
        this.titles = bundles("problems/titles/" + service.id(), "problems/titles/common");
        this.messages = bundles("problems/" + service.id(), "problems/common");
    }

    private static MessageSource bundles(String... names) {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasenames(names);
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setUseCodeAsDefaultMessage(true);
        return bundles;
    }

    /** Returns the title of the code, or the code if it has no title. */
    public String title(String code, Locale locale) {
        return text(titles, code, locale);
    }

    /** Returns whether the code has a message. */
    public boolean contains(String code) {
        return !code.equals(messages.getMessage(code, null, Locale.ENGLISH));
    }

    /** Returns the message of the code, or the code if it has no message. A missing detail becomes a dash. */
    public String message(String code, Map<String, Object> details, Locale locale) {
        String message = details.keySet().stream()
                .map(detail -> code + "[" + detail + "]")
                .filter(variant -> !text(messages, variant, locale).equals(variant))
                .findFirst()
                .orElse(code);
        return PLACEHOLDER
                .matcher(text(messages, message, locale))
                .replaceAll(
                        found -> Matcher.quoteReplacement(shown(details.getOrDefault(found.group(1), "–"), locale)));
    }

    private String shown(Object detail, Locale locale) {
        return switch (detail) {
            case Enum<?> word -> text(messages, word.getDeclaringClass().getSimpleName() + "." + word.name(), locale);
            case Collection<?> items ->
                items.stream().map(item -> shown(item, locale)).collect(Collectors.joining(", "));
            default -> String.valueOf(detail);
        };
    }

    private static String text(MessageSource bundles, String key, Locale locale) {
        return Objects.requireNonNullElse(bundles.getMessage(key, null, null, locale), key);
    }
}
