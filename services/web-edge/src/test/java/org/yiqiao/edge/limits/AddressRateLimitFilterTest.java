package org.yiqiao.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.yiqiao.edge.web.TestFilterProblemResponder;

class AddressRateLimitFilterTest {

    private final List<Exception> rejections = new ArrayList<>();
    private final AddressRateLimitFilter filter = new AddressRateLimitFilter(
            new RateLimit(1, 3), TestFilterProblemResponder.create((request, response, any, exception) -> {
                rejections.add(exception);
                return new ModelAndView();
            }));

    @Test
    void rejectsCallsBeyondTheBurst() throws Exception {
        for (int call = 0; call < 5; call++) {
            call("192.0.2.1");
        }
        assertThat(rejections).hasSize(2);
    }

    @Test
    void limitsEachAddressSeparately() throws Exception {
        for (int call = 0; call < 9; call++) {
            call("192.0.2." + call);
        }
        assertThat(rejections).isEmpty();
    }

    @Test
    void limitsIpv6HouseholdAsOneAddress() throws Exception {
        for (int call = 0; call < 5; call++) {
            call("2001:db8:1:2::" + call);
        }
        assertThat(rejections).hasSize(2);
    }

    private void call(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/requests");
        request.setRemoteAddr(address);
        filter.doFilter(request, new MockHttpServletResponse(), (any, other) -> {});
    }
}
