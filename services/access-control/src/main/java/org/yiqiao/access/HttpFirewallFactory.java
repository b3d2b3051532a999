package org.yiqiao.access;

import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's strict firewall, which refuses headers with control characters or such as no standard has assigned. By
 * itself it matches a pattern with every header that anybody asks for; this looks at the characters.
 */
final class HttpFirewallFactory {

    private HttpFirewallFactory() {}

    static HttpFirewall create() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(HttpFirewallFactory::isAllowedName);
        firewall.setAllowedHeaderValues(HttpFirewallFactory::isAllowedValue);
        return firewall;
    }

    static boolean isAllowedName(String text) {
        return text.codePoints().allMatch(HttpFirewallFactory::isAllowedCharacter);
    }

    static boolean isAllowedValue(String text) {
        return text.codePoints().allMatch(character -> character == '\t' || isAllowedCharacter(character));
    }

    private static boolean isAllowedCharacter(int character) {
        return Character.isDefined(character) && !Character.isISOControl(character);
    }
}
