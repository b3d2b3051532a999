package org.yiqiao.support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class PlainHeadersTest {

    @Test
    void itRefusesTheSameCharactersAsTheFirewallWouldByItself() {
        IntStream.rangeClosed(0, Character.MAX_VALUE).forEach(character -> {
            String text = "a" + (char) character + "b";
            assertThat(takesValue(PlainHeaders.firewall(), text))
                    .as("value with U+%04X", character)
                    .isEqualTo(takesValue(new StrictHttpFirewall(), text));
            assertThat(takesName(PlainHeaders.firewall(), text))
                    .as("name with U+%04X", character)
                    .isEqualTo(takesName(new StrictHttpFirewall(), text));
        });
    }

    private static boolean takesValue(HttpFirewall firewall, String value) {
        return takes(firewall, "X-Purpose", value);
    }

    private static boolean takesName(HttpFirewall firewall, String name) {
        return takes(firewall, name, "value");
    }

    private static boolean takes(HttpFirewall firewall, String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader(name, value);
        try {
            return Objects.equals(firewall.getFirewalledRequest(request).getHeader(name), value);
        } catch (RequestRejectedException e) {
            return false;
        }
    }
}
