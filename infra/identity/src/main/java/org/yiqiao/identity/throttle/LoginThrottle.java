package org.yiqiao.identity.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Remembers wrong passwords. After some of them whoever gives more has to wait, longer each time: soon for one account
 * from one address, later for all accounts from one address and for one account from all addresses. The last two waits
 * stay short, because they may meet somebody who did nothing wrong.
 */
@Component
public final class LoginThrottle {

    private static final int MAX_ENTRIES = 50_000;
    private static final Duration ENTRY_LIFETIME = Duration.ofHours(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    private final Clock clock;
    private final Cache<Key, FailureCount> failures = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(ENTRY_LIFETIME)
            .build();

    public LoginThrottle() {
        this(Clock.systemUTC());
    }

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record FailureCount(int count, Instant blockedUntil) {}

    private enum Kind {
        ACCOUNT_FROM_ADDRESS(5, Duration.ofMinutes(15)),
        ADDRESS(50, Duration.ofMinutes(1)),
        ACCOUNT(100, Duration.ofMinutes(1));

        private final int free;
        private final Duration longestWait;

        Kind(int free, Duration longestWait) {
            this.free = free;
            this.longestWait = longestWait;
        }
    }

    private record Key(Kind kind, String account, String address) {}

    /** @throws TooManyAttemptsException if this one has to wait */
    void requireAllowed(String account, String address) {
        Instant now = clock.instant();
        for (Key key : keys(account, address)) {
            FailureCount past = failures.getIfPresent(key);
            if (past != null && past.blockedUntil().isAfter(now)) {
                throw new TooManyAttemptsException(Duration.between(now, past.blockedUntil()));
            }
        }
    }

    void recordFailure(String account, String address) {
        Instant now = clock.instant();
        for (Key key : keys(account, address)) {
            failures.asMap().merge(key, new FailureCount(1, now), (past, one) -> {
                int count = past.count() + 1;
                return new FailureCount(count, now.plus(waitTime(key.kind(), count)));
            });
        }
    }

    /** What came from the address for other accounts stays remembered: one's own account opens no others. */
    void recordSuccess(String account, String address) {
        failures.invalidate(Objects.requireNonNull(keys(account, address).getFirst()));
    }

    private static Duration waitTime(Kind kind, int count) {
        if (count < kind.free) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - kind.free, 10));
        return wait.compareTo(kind.longestWait) < 0 ? wait : kind.longestWait;
    }

    private static List<Key> keys(String account, String address) {
        String network = networkOf(address);
        return List.of(
                new Key(Kind.ACCOUNT_FROM_ADDRESS, account, network),
                new Key(Kind.ADDRESS, "", network),
                new Key(Kind.ACCOUNT, account, ""));
    }

    /** Of IPv6 the half that names a network: whoever has one address of it has them all. */
    private static String networkOf(String address) {
        String[] groups = address.split(":", -1);
        return groups.length == 8 ? String.join(":", List.of(groups).subList(0, 4)) : address;
    }
}
