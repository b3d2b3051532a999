package org.yiqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Serves the sign-in page, and the page for users that are already signed in. */
@RestController
class SignInPageController {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final SignInPageMessages messages = new SignInPageMessages();
    private final HtmlPageTemplate form = new HtmlPageTemplate("form.html");
    private final HtmlPageTemplate signedIn = new HtmlPageTemplate("signed-in.html");
    private final RequestCache requestCache;

    SignInPageController(RequestCache requestCache) {
        this.requestCache = requestCache;
    }

    @GetMapping(path = "/login", produces = HTML)
    String signInPage(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        SignInPageLanguage language = language(request, response);
        String message = "";
        for (String reason : new String[] {"wrong", "wait", "out"}) {
            if (request.getParameter(reason) != null) {
                message = messages.text("message." + reason, language);
            }
        }
        return form.render(language, templateValues(language, csrf, "message", message));
    }

    @GetMapping(path = "/", produces = HTML)
    String signedInPage(HttpServletRequest request, HttpServletResponse response, Principal user, CsrfToken csrf) {
        SignInPageLanguage language = language(request, response);
        return signedIn.render(language, templateValues(language, csrf, "name", user.getName()));
    }

    private static Map<String, String> templateValues(
            SignInPageLanguage language, CsrfToken csrf, String name, String value) {
        Map<String, String> values = new HashMap<>();
        values.put("lang", language.tag());
        values.put("otherLang", language.other().tag());
        values.put("csrfName", csrf.getParameterName());
        values.put("csrf", csrf.getToken());
        values.put(name, value);
        return values;
    }

    /** Returns the language chosen on the page; else that of the authorization request; else that of the browser. */
    private SignInPageLanguage language(HttpServletRequest request, HttpServletResponse response) {
        SignInPageLanguage language = SignInPageLanguage.of(request.getParameter("lang"))
                .or(() -> SignInPageLanguage.of(requestedLocales(requestCache.getRequest(request, response))))
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .flatMap((Locale locale) -> SignInPageLanguage.of(locale).stream())
                        .findFirst()
                        .orElse(SignInPageLanguage.EN));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        return language;
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
