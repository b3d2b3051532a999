package org.yiqiao.identity.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.web.util.HtmlUtils;

/**
 * An HTML page with placeholders: <code>{{name}}</code> is a value given by the caller, or else a text in the language
 * of the page. Values are escaped, so they never become markup.
 */
final class HtmlPageTemplate {

    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("{{", "}}");

    private final SignInPageMessages messages = new SignInPageMessages();
    private final String text;

    HtmlPageTemplate(String file) {
        try {
            text = new ClassPathResource("sign-in/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param values by placeholder; placeholders inside of them are not resolved, because the values come from outside
     */
    String render(SignInPageLanguage language, Map<String, String> values) {
        String resolved = PLACEHOLDERS.replacePlaceholders(
                text, name -> values.containsKey(name) ? "\u0000" + name + "\u0001" : messages.text(name, language));
        String html = resolved;
        for (Map.Entry<String, String> value : values.entrySet()) {
            html = html.replace("\u0000" + value.getKey() + "\u0001", HtmlUtils.htmlEscape(value.getValue()));
        }
        return html;
    }
}
