package org.yiqiao.core.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The township and community of an event, as far as they are known. */
public record Jurisdiction(
        @Nullable String township, @Nullable String community) {

    public static final Jurisdiction UNKNOWN = new Jurisdiction(null, null);

    /** Returns the jurisdiction for a path of codes, from the township down. */
    public static Jurisdiction of(List<String> path) {
        return new Jurisdiction(path.isEmpty() ? null : path.getFirst(), path.size() < 2 ? null : path.get(1));
    }
}
