package org.yiqiao.edge.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The rate limit key of a client address. An IPv4 address is its own key. An IPv6 address is reduced to its first 64
 * bits, since a household chooses the remaining bits itself.
 */
public final class AddressRateLimitKey {

    private static final int IPV6_BYTES = 8;

    private AddressRateLimitKey() {}

    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_BYTES));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
