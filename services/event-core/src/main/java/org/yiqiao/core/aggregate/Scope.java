package org.yiqiao.core.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The township and community that an event belongs to, as far as they are known. */
public record Scope(@Nullable String township, @Nullable String community) {

    public static final Scope UNKNOWN = new Scope(null, null);

    /** The scope of a path of codes from the township down. */
    public static Scope of(List<String> path) {
        return new Scope(path.isEmpty() ? null : path.getFirst(), path.size() < 2 ? null : path.get(1));
    }
}
