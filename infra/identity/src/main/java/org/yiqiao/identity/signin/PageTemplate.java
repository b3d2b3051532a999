package org.yiqiao.identity.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.web.util.HtmlUtils;

/**
 * A page with gaps: <code>{{name}}</code> is a word of the page's language, or one of the values given for it. Whatever is
 * filled in is text, never markup.
 */
final class PageTemplate {

    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("{{", "}}");

    private final PageMessages words = new PageMessages();
    private final String text;

    PageTemplate(String file) {
        try {
            text = new ClassPathResource("sign-in/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param values none of them is looked through for gaps, because they come from outside */
    String render(PageLanguage language, Map<String, String> values) {
        String worded = PLACEHOLDERS.replacePlaceholders(
                text, gap -> values.containsKey(gap) ? "\u0000" + gap + "\u0001" : words.text(gap, language));
        String filled = worded;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("\u0000" + value.getKey() + "\u0001", HtmlUtils.htmlEscape(value.getValue()));
        }
        return filled;
    }
}
