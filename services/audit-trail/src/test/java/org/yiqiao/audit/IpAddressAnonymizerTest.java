package org.yiqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressAnonymizerTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1234:5678::9, 2001:0db8:1234::/48",
        "::1, 0000:0000:0000::/48",
        "::ffff:192.0.2.77, 192.0.2.0/24",
        "somewhere, unknown",
        "'', unknown"
    })
    void keepsOnlyTheNetworkPrefix(String address, String network) {
        assertThat(IpAddressAnonymizer.anonymize(address)).isEqualTo(network);
    }
}
