package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class HttpFirewallFactoryTest {

    @Test
    void rejectsTheSameCharactersAsStrictHttpFirewall() {
        IntStream.rangeClosed(0, Character.MAX_VALUE).forEach(character -> {
            String text = "a" + (char) character + "b";
            assertThat(acceptsValue(HttpFirewallFactory.create(), text))
                    .as("value with U+%04X", character)
                    .isEqualTo(acceptsValue(new StrictHttpFirewall(), text));
            assertThat(acceptsName(HttpFirewallFactory.create(), text))
                    .as("name with U+%04X", character)
                    .isEqualTo(acceptsName(new StrictHttpFirewall(), text));
        });
    }

    @Test
    void acceptsTextInUtf8() {
        assertThat(acceptsValue(HttpFirewallFactory.create(), bytesOf("核查 12"))).isTrue();
        assertThat(acceptsValue(HttpFirewallFactory.create(), bytesOf("核\u0085查")))
                .isFalse();
        assertThat(acceptsValue(HttpFirewallFactory.create(), bytesOf("核\n查"))).isFalse();
    }

    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean acceptsValue(HttpFirewall firewall, String value) {
        return accepts(firewall, "X-Purpose", value);
    }

    private static boolean acceptsName(HttpFirewall firewall, String name) {
        return accepts(firewall, name, "value");
    }

    private static boolean accepts(HttpFirewall firewall, String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader(name, value);
        try {
            return Objects.equals(firewall.getFirewalledRequest(request).getHeader(name), value);
        } catch (RequestRejectedException e) {
            return false;
        }
    }
}
