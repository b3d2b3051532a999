package org.yiqiao.identity.guesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final Guesses guesses = new Guesses(new Clock() {
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
    void fourWrongOnesAreForgiven() {
        fail("li", "10.0.0.1", 4);

        open("li", "10.0.0.1");
    }

    @Test
    void eachFurtherOneWaitsTwiceAsLong() {
        fail("li", "10.0.0.1", 5);
        closedFor("li", "10.0.0.1", Duration.ofSeconds(10));
        now = now.plusSeconds(10);
        open("li", "10.0.0.1");

        fail("li", "10.0.0.1", 1);

        closedFor("li", "10.0.0.1", Duration.ofSeconds(20));
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAnHour() {
        fail("li", "10.0.0.1", 49);

        closedFor("li", "10.0.0.1", Duration.ofMinutes(15));
    }

    @Test
    void othersDoNotWait() {
        fail("li", "10.0.0.1", 5);

        open("li", "10.0.0.2");
        open("wang", "10.0.0.1");
    }

    @Test
    void whoTriesManyAccountsWaitsWithAllOfThem() {
        for (int i = 0; i < 50; i++) {
            fail("account-" + i, "10.0.0.1", 1);
        }

        closedFor("another", "10.0.0.1", Duration.ofSeconds(10));
        open("another", "10.0.0.2");
    }

    @Test
    void anAccountThatIsTriedFromManyAddressesWaitsShortly() {
        for (int i = 0; i < 110; i++) {
            fail("li", "10.0.1." + i, 1);
        }

        closedFor("li", "10.0.0.2", Duration.ofMinutes(1));
        open("wang", "10.0.0.2");
    }

    @Test
    void theRightPasswordForgetsTheWrongOnesOfThisAccountOnly() {
        fail("li", "10.0.0.1", 4);
        guesses.succeeded("li", "10.0.0.1");
        fail("li", "10.0.0.1", 4);
        open("li", "10.0.0.1");

        for (int i = 0; i < 42; i++) {
            fail("account-" + i, "10.0.0.1", 1);
        }

        closedFor("li", "10.0.0.1", Duration.ofSeconds(10));
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        fail("li", "2001:db8:0:1:0:0:0:1", 3);
        fail("li", "2001:db8:0:1:0:0:0:2", 2);

        closedFor("li", "2001:db8:0:1:0:0:0:3", Duration.ofSeconds(10));
        open("li", "2001:db8:0:2:0:0:0:1");
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            guesses.failed(account, address);
        }
    }

    private void open(String account, String address) {
        assertThatCode(() -> guesses.check(account, address)).doesNotThrowAnyException();
    }

    private void closedFor(String account, String address, Duration wait) {
        assertThatThrownBy(() -> guesses.check(account, address))
                .isInstanceOfSatisfying(TooManyGuesses.class, closed -> assertThat(closed.waitFor())
                        .isEqualTo(wait));
    }
}
