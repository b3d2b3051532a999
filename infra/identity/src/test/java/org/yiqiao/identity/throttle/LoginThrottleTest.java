package org.yiqiao.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void fourFailuresCauseNoWait() {
        fail("li", "10.0.0.1", 4);

        assertAllowed("li", "10.0.0.1");
    }

    @Test
    void waitDoublesWithEachFurtherFailure() {
        fail("li", "10.0.0.1", 5);
        assertThrottledFor("li", "10.0.0.1", Duration.ofSeconds(10));
        now = now.plusSeconds(10);
        assertAllowed("li", "10.0.0.1");

        fail("li", "10.0.0.1", 1);

        assertThrottledFor("li", "10.0.0.1", Duration.ofSeconds(20));
    }

    @Test
    void waitIsAtMostFifteenMinutes() {
        fail("li", "10.0.0.1", 49);

        assertThrottledFor("li", "10.0.0.1", Duration.ofMinutes(15));
    }

    @Test
    void otherAccountsAndAddressesAreNotThrottled() {
        fail("li", "10.0.0.1", 5);

        assertAllowed("li", "10.0.0.2");
        assertAllowed("wang", "10.0.0.1");
    }

    @Test
    void addressThatTriesManyAccountsIsThrottledForAllAccounts() {
        for (int i = 0; i < 50; i++) {
            fail("account-" + i, "10.0.0.1", 1);
        }

        assertThrottledFor("another", "10.0.0.1", Duration.ofSeconds(10));
        assertAllowed("another", "10.0.0.2");
    }

    @Test
    void accountTriedFromManyAddressesIsThrottledBriefly() {
        for (int i = 0; i < 110; i++) {
            fail("li", "10.0.1." + i, 1);
        }

        assertThrottledFor("li", "10.0.0.2", Duration.ofMinutes(1));
        assertAllowed("wang", "10.0.0.2");
    }

    @Test
    void successClearsTheFailuresOfThatAccountOnly() {
        fail("li", "10.0.0.1", 4);
        throttle.recordSuccess("li", "10.0.0.1");
        fail("li", "10.0.0.1", 4);
        assertAllowed("li", "10.0.0.1");

        for (int i = 0; i < 42; i++) {
            fail("account-" + i, "10.0.0.1", 1);
        }

        assertThrottledFor("li", "10.0.0.1", Duration.ofSeconds(10));
    }

    @Test
    void ipv6NetworkCountsAsOneAddress() {
        fail("li", "2001:db8:0:1:0:0:0:1", 3);
        fail("li", "2001:db8:0:1:0:0:0:2", 2);

        assertThrottledFor("li", "2001:db8:0:1:0:0:0:3", Duration.ofSeconds(10));
        assertAllowed("li", "2001:db8:0:2:0:0:0:1");
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.recordFailure(account, address);
        }
    }

    private void assertAllowed(String account, String address) {
        assertThatCode(() -> throttle.requireAllowed(account, address)).doesNotThrowAnyException();
    }

    private void assertThrottledFor(String account, String address, Duration wait) {
        assertThatThrownBy(() -> throttle.requireAllowed(account, address))
                .isInstanceOfSatisfying(TooManyAttemptsException.class, e -> assertThat(e.retryAfter())
                        .isEqualTo(wait));
    }
}
