package org.yiqiao.edge.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.PropertyPlaceholderHelper;
import org.yiqiao.contracts.PlatformService;

/**
 * Resolves problem codes to messages in English and Chinese. The placeholder {@code {name}} in a message stands for the
 * detail of that name. Languages other than Chinese fall back to English.
 */
public final class ProblemMessages {

    private static final PropertyPlaceholderHelper PLACEHOLDERS =
            new PropertyPlaceholderHelper("{", "}", null, null, true);

    private final MessageSource messages;

    ProblemMessages(PlatformService service) {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasenames("problems/" + service.id(), "problems/common");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setUseCodeAsDefaultMessage(true);
        this.messages = bundles;
    }

    /** Returns whether the code has a message. */
    public boolean contains(String code) {
        return !code.equals(messages.getMessage(code, null, Locale.ENGLISH));
    }

    /** Returns the message of the code, or the code if it has no message. A missing detail becomes a dash. */
    public String message(String code, Map<String, Object> details, Locale locale) {
        return PLACEHOLDERS.replacePlaceholders(
                messages.getMessage(code, null, locale), name -> String.valueOf(details.getOrDefault(name, "–")));
    }
}
