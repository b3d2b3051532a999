package org.yiqiao.access;

import java.util.List;

/** Path patterns that anybody may get, signed in or not. */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }
}
