package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * Selects the language of messages: English or Chinese, whichever the client prefers (RFC 4647, lookup), and English
 * for every other client. The language of the machine has no influence.
 */
public final class ResponseLanguage {

    private static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.CHINESE);

    private ResponseLanguage() {}

    /** Returns the language for the header {@code Accept-Language} of a request; English if it cannot be read. */
    public static Locale of(HttpServletRequest request) {
        try {
            String accepted = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)));
            return accepted.isBlank()
                    ? Locale.ENGLISH
                    : Objects.requireNonNullElse(
                            Locale.lookup(Locale.LanguageRange.parse(accepted), SUPPORTED), Locale.ENGLISH);
        } catch (IllegalArgumentException | RequestRejectedException e) {
            return Locale.ENGLISH;
        }
    }
}
