package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.yiqiao.core.decider.Rejection;

class MalformedHeaderFilterTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type|*",
                "Content-Type|*/*",
                "Content-Type|text/*",
                "Content-Type|a/b;charset=none",
                "Content-Type|json",
                "X-Forwarded-Port|-1x",
                "X-Forwarded-Port|99999999999",
                "X-Forwarded-Host|http://[",
                "X-Forwarded-Host|,",
                "X-Forwarded-For|,",
                "Forwarded|,",
                "X-Forwarded-Proto|%zz",
                "Forwarded|host=\"[\"",
            })
    void malformedHeaderIsRejectedAndNamed(String header, String value) throws ServletException, IOException {
        Rejection rejection = Objects.requireNonNull(rejectionOf(header, value));

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.MALFORMED);
        assertThat(rejection.code()).isEqualTo("header.malformed");
        assertThat(rejection.details()).containsEntry("header", header);
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type|application/json",
                "Content-Type|text/csv; charset=GB18030",
                "Content-Type|''",
                "X-Forwarded-Proto|https",
                "X-Forwarded-Host|town.example:8443",
                "X-Forwarded-Host|town.example, proxy.example",
                "X-Forwarded-Port|443",
                "X-Forwarded-Prefix|/yiqiao",
                "X-Forwarded-For|192.0.2.7, 198.51.100.2",
                "X-Forwarded-For|2001:db8::7",
                "Forwarded|for=\"[2001:db8::7]:4711\";proto=https;host=town.example",
                "Accept|*/*"
            })
    void readableHeaderPasses(String header, String value) throws ServletException, IOException {
        assertThat(rejectionOf(header, value)).isNull();
        assertThat(chain.getRequest()).isNotNull();
    }

    private @org.jspecify.annotations.Nullable Rejection rejectionOf(String header, String value)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/requests");
        request.addHeader(header, value);
        Rejection[] rejection = new Rejection[1];
        new MalformedHeaderFilter(new FilterProblemResponder((any, answer, handler, exception) -> {
                    rejection[0] = ((RejectedException) exception).rejection();
                    return new ModelAndView();
                }))
                .doFilter(request, response, chain);
        return rejection[0];
    }
}
