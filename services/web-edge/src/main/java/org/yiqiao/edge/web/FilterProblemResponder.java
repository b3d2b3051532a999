package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets filters respond with the same problems as controllers. */
public final class FilterProblemResponder {

    private final HandlerExceptionResolver problems;

    FilterProblemResponder(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    /**
     * Writes the problem of the exception to the response.
     *
     * @throws RuntimeException the given exception, if no handler resolves it
     */
    public void respond(HttpServletRequest request, HttpServletResponse response, RuntimeException exception) {
        LocaleContextHolder.setLocale(ResponseLanguage.of(request));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            if (problems.resolveException(request, response, null, exception) == null) {
                throw exception;
            }
        } finally {
            RequestContextHolder.resetRequestAttributes();
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
