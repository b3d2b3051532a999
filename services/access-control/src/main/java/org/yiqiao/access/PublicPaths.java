package org.yiqiao.access;

import java.util.List;

/** Path patterns that are open to all callers, with or without authentication. */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }
}
