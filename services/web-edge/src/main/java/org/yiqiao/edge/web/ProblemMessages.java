package org.yiqiao.edge.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.PropertyPlaceholderHelper;
import org.yiqiao.contracts.PlatformService;

/** The messages of problem codes, in English and Chinese; {@code {name}} in a message is the detail of that name. */
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

    public String message(String code, Map<String, Object> details, Locale locale) {
        return PLACEHOLDERS.replacePlaceholders(
                messages.getMessage(code, null, locale), name -> String.valueOf(details.getOrDefault(name, "–")));
    }
}
