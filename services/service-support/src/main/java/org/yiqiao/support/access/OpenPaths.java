package org.yiqiao.support.access;

import java.util.List;

/** Path patterns that anybody may get, signed in or not. */
public record OpenPaths(List<String> patterns) {

    public OpenPaths {
        patterns = List.copyOf(patterns);
    }
}
