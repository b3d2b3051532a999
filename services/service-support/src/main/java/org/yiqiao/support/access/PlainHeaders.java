package org.yiqiao.support.access;

import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's strict firewall, which refuses headers with control characters or such as no standard has assigned. By
 * itself it matches a pattern with every header that anybody asks for; this looks at the characters.
 */
final class PlainHeaders {

    private PlainHeaders() {}

    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(PlainHeaders::isName);
        firewall.setAllowedHeaderValues(PlainHeaders::isValue);
        return firewall;
    }

    static boolean isName(String text) {
        return text.codePoints().allMatch(PlainHeaders::isPlain);
    }

    static boolean isValue(String text) {
        return text.codePoints().allMatch(character -> character == '\t' || isPlain(character));
    }

    private static boolean isPlain(int character) {
        return Character.isDefined(character) && !Character.isISOControl(character);
    }
}
