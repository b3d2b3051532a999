package org.yiqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Goes on with what somebody had come for, always here: where to is known from a cookie, which is no proof. */
final class BackToTheRequest implements AuthenticationSuccessHandler {

    private final RequestCache requests;

    BackToTheRequest(RequestCache requests) {
        this.requests = requests;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SavedRequest saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        response.sendRedirect(saved == null ? "/" : addressHere(saved.getRedirectUrl()));
    }

    private static String addressHere(String address) {
        UriComponents target = UriComponentsBuilder.fromUriString(address).build();
        String path = Objects.requireNonNullElse(target.getPath(), "").replaceFirst("^/+", "");
        return "/" + path + (target.getQuery() == null ? "" : "?" + target.getQuery());
    }
}
