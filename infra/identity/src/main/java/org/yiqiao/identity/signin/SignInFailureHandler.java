package org.yiqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.yiqiao.identity.throttle.TooManyAttemptsException;

/** Redirects back to the sign-in form, with the reason of the failure and in the same language. */
final class SignInFailureHandler implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = failure instanceof TooManyAttemptsException ? "wait" : "wrong";
        String language = SignInPageLanguage.of(request.getParameter("lang"))
                .map(pageLanguage -> "&lang=" + pageLanguage.tag())
                .orElse("");
        response.sendRedirect("/login?" + reason + language);
    }
}
