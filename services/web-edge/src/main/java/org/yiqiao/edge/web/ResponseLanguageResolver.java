package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Gives controllers and constraints the language in which problems are written. */
final class ResponseLanguageResolver extends AcceptHeaderLocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return ResponseLanguage.of(request);
    }
}
