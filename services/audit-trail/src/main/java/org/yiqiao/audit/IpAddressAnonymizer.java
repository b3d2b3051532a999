package org.yiqiao.audit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reduces an IP address to its network: the first 24 bits of an IPv4 address, or the first 48 bits of an IPv6 address.
 * The network distinguishes the town hall from a café. A full address would identify a person, and the audit is kept
 * permanently.
 */
final class IpAddressAnonymizer {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private IpAddressAnonymizer() {}

    /** Returns the network in CIDR notation, or {@code unknown} if the text is not an IP address. */
    static String anonymize(@Nullable String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(String.valueOf(address)).getAddress();
            return bytes.length == 4 ? ipv4Network(bytes) : ipv6Network(bytes);
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private static String ipv4Network(byte[] bytes) {
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < IPV4_BYTES; i++) {
            network.append(Byte.toUnsignedInt(bytes[i])).append('.');
        }
        return network.append("0/24").toString();
    }

    private static String ipv6Network(byte[] bytes) {
        String digits = HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_BYTES));
        return digits.substring(0, 4) + ":" + digits.substring(4, 8) + ":" + digits.substring(8) + "::/48";
    }
}
