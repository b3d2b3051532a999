package org.yiqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The page to sign in on, and the one for who is signed in already. */
@RestController
class SignInController {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final PageMessages words = new PageMessages();
    private final PageTemplate form = new PageTemplate("form.html");
    private final PageTemplate known = new PageTemplate("signed-in.html");
    private final RequestCache requests;

    SignInController(RequestCache requests) {
        this.requests = requests;
    }

    @GetMapping(path = "/login", produces = HTML)
    String signInPage(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        PageLanguage language = language(request, response);
        String message = "";
        for (String why : new String[] {"wrong", "wait", "out"}) {
            if (request.getParameter(why) != null) {
                message = words.text("message." + why, language);
            }
        }
        return form.render(language, templateValues(language, csrf, "message", message));
    }

    @GetMapping(path = "/", produces = HTML)
    String signedInPage(HttpServletRequest request, HttpServletResponse response, Principal who, CsrfToken csrf) {
        PageLanguage language = language(request, response);
        return known.render(language, templateValues(language, csrf, "name", who.getName()));
    }

    private static Map<String, String> templateValues(
            PageLanguage language, CsrfToken csrf, String name, String value) {
        Map<String, String> values = new HashMap<>();
        values.put("lang", language.tag());
        values.put("otherLang", language.other().tag());
        values.put("csrfName", csrf.getParameterName());
        values.put("csrf", csrf.getToken());
        values.put(name, value);
        return values;
    }

    /** What was chosen here, or was asked for by the page that sent somebody here, or what the browser prefers. */
    private PageLanguage language(HttpServletRequest request, HttpServletResponse response) {
        return PageLanguage.of(request.getParameter("lang"))
                .or(() -> PageLanguage.of(requestedLocales(requests.getRequest(request, response))))
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .flatMap((Locale locale) -> PageLanguage.of(locale).stream())
                        .findFirst()
                        .orElse(PageLanguage.EN));
    }

    private static @Nullable String requestedLocales(@Nullable SavedRequest saved) {
        return saved == null
                ? null
                : UriComponentsBuilder.fromUriString(saved.getRedirectUrl())
                        .build()
                        .getQueryParams()
                        .getFirst("ui_locales");
    }
}
