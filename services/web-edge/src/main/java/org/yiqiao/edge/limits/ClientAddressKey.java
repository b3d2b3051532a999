package org.yiqiao.edge.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is behind an address: an IPv4 address, or the 64 bits of an IPv6 address below which a household makes up its own. */
public final class ClientAddressKey {

    private static final int IPV6_BYTES = 8;

    private ClientAddressKey() {}

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
