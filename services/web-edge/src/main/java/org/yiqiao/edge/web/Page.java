package org.yiqiao.edge.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.decider.Rejection;

/**
 * One page of a list.
 *
 * @param next what to give as {@code after} for the next page; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int MAX_SIZE = 500;

    /** Passes a limit on, if a page may hold so many. */
    public static int requireValidLimit(int limit) {
        if (limit < 1 || limit > MAX_SIZE) {
            throw new RejectedException(Rejection.invalid("paging.limit").withDetail("max", MAX_SIZE));
        }
        return limit;
    }

    /** @param found up to one more than the limit, which tells whether there is a next page */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> id) {
        List<T> items = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(items, found.size() > limit ? id.apply(items.getLast()) : null);
    }
}
