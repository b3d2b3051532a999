package org.yiqiao.access;

import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Creates Spring Security's strict firewall, which rejects headers with control characters or unassigned characters.
 * Its default implementation matches every header that is read against a regular expression. This one checks the
 * characters instead, with the same result. It also accepts values that are text in UTF-8.
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
        return isAllowedText(text)
                || HeaderText.decodeUtf8(text)
                        .filter(HttpFirewallFactory::isAllowedText)
                        .isPresent();
    }

    private static boolean isAllowedText(String text) {
        return text.codePoints().allMatch(character -> character == '\t' || isAllowedCharacter(character));
    }

    private static boolean isAllowedCharacter(int character) {
        return Character.isDefined(character) && !Character.isISOControl(character);
    }
}
