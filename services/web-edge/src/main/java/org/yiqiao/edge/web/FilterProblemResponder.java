package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what a filter refuses with the same problems as everything else. */
public final class FilterProblemResponder {

    private final HandlerExceptionResolver problems;

    FilterProblemResponder(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    public void respond(HttpServletRequest request, HttpServletResponse response, RuntimeException why) {
        LocaleContextHolder.setLocale(request.getLocale());
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            if (problems.resolveException(request, response, null, why) == null) {
                throw why;
            }
        } finally {
            RequestContextHolder.resetRequestAttributes();
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
