package org.yiqiao.edge.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.decider.Rejection;

/**
 * One page of a list.
 *
 * @param items the items of this page
 * @param next value of the parameter {@code after} for the next page; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int MAX_SIZE = 500;

    /**
     * Returns the limit if it is between 1 and the maximum page size.
     *
     * @throws RejectedException otherwise
     */
    public static int requireValidLimit(int limit) {
        if (limit < 1 || limit > MAX_SIZE) {
            throw new RejectedException(
                    Rejection.invalid("paging.limit").withDetail("found", limit).withDetail("max", MAX_SIZE));
        }
        return limit;
    }

    /**
     * Creates a page of at most {@code limit} items.
     *
     * @param found up to {@code limit + 1} items; the extra item indicates that there is a next page
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> id) {
        List<T> items = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(items, found.size() > limit ? id.apply(items.getLast()) : null);
    }
}
