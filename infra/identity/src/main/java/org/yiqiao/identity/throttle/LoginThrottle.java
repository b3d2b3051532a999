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
 * Counts failed sign-ins and blocks further attempts for a time that grows with each failure. The limits are 5 failures
 * for one account from one address, 50 for one address with any account, and 100 for one account from any address. The
 * waits of the last two limits stay at most a minute, because they can affect innocent users. Failures are forgotten an
 * hour after the last one. Thread-safe.
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

        private final int limit;
        private final Duration maxWait;

        Kind(int limit, Duration maxWait) {
            this.limit = limit;
            this.maxWait = maxWait;
        }
    }

    private record Key(Kind kind, String account, String address) {}

    /** @throws TooManyAttemptsException if the account or the address is blocked at present */
    void requireAllowed(String account, String address) {
        Instant now = clock.instant();
        for (Key key : keys(account, address)) {
            FailureCount previous = failures.getIfPresent(key);
            if (previous != null && previous.blockedUntil().isAfter(now)) {
                throw new TooManyAttemptsException(Duration.between(now, previous.blockedUntil()));
            }
        }
    }

    void recordFailure(String account, String address) {
        Instant now = clock.instant();
        for (Key key : keys(account, address)) {
            failures.asMap().merge(key, new FailureCount(1, now), (previous, first) -> {
                int count = previous.count() + 1;
                return new FailureCount(count, now.plus(waitTime(key.kind(), count)));
            });
        }
    }

    /**
     * Clears the failures of the account from the address. Those of the address with other accounts stay: a client must
     * not unblock guesses at other accounts by a sign-in to its own.
     */
    void recordSuccess(String account, String address) {
        failures.invalidate(Objects.requireNonNull(keys(account, address).getFirst()));
    }

    private static Duration waitTime(Kind kind, int count) {
        if (count < kind.limit) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - kind.limit, 10));
        return wait.compareTo(kind.maxWait) < 0 ? wait : kind.maxWait;
    }

    private static List<Key> keys(String account, String address) {
        String network = networkOf(address);
        return List.of(
                new Key(Kind.ACCOUNT_FROM_ADDRESS, account, network),
                new Key(Kind.ADDRESS, "", network),
                new Key(Kind.ACCOUNT, account, ""));
    }

    /**
     * Returns the network half of an IPv6 address, because a client with one address of a network can use all of them.
     */
    private static String networkOf(String address) {
        String[] groups = address.split(":", -1);
        return groups.length == 8 ? String.join(":", List.of(groups).subList(0, 4)) : address;
    }
}
