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
class SignInPages {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final Words words = new Words();
    private final Page form = new Page("form.html");
    private final Page known = new Page("known.html");
    private final RequestCache requests;

    SignInPages(RequestCache requests) {
        this.requests = requests;
    }

    @GetMapping(path = "/login", produces = HTML)
    String form(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        Language language = language(request, response);
        String message = "";
        for (String why : new String[] {"wrong", "wait", "out"}) {
            if (request.getParameter(why) != null) {
                message = words.of("message." + why, language);
            }
        }
        return form.in(language, values(language, csrf, "message", message));
    }

    @GetMapping(path = "/", produces = HTML)
    String known(HttpServletRequest request, HttpServletResponse response, Principal who, CsrfToken csrf) {
        Language language = language(request, response);
        return known.in(language, values(language, csrf, "name", who.getName()));
    }

    private static Map<String, String> values(Language language, CsrfToken csrf, String name, String value) {
        Map<String, String> values = new HashMap<>();
        values.put("lang", language.tag());
        values.put("otherLang", language.other().tag());
        values.put("csrfName", csrf.getParameterName());
        values.put("csrf", csrf.getToken());
        values.put(name, value);
        return values;
    }

    /** What was chosen here, or was asked for by the page that sent somebody here, or what the browser prefers. */
    private Language language(HttpServletRequest request, HttpServletResponse response) {
        return Language.of(request.getParameter("lang"))
                .or(() -> Language.of(askedFor(requests.getRequest(request, response))))
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .flatMap((Locale locale) -> Language.of(locale).stream())
                        .findFirst()
                        .orElse(Language.EN));
    }

    private static @Nullable String askedFor(@Nullable SavedRequest saved) {
        return saved == null
                ? null
                : UriComponentsBuilder.fromUriString(saved.getRedirectUrl())
                        .build()
                        .getQueryParams()
                        .getFirst("ui_locales");
    }
}
