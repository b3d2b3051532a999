package org.yiqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.yiqiao.identity.throttle.TooManyAttemptsException;

/** Shows the form again, with what was wrong, in the language it was in. */
final class SignInFailureHandler implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof TooManyAttemptsException ? "wait" : "wrong";
        String language = PageLanguage.of(request.getParameter("lang"))
                .map(known -> "&lang=" + known.tag())
                .orElse("");
        response.sendRedirect("/login?" + why + language);
    }
}
