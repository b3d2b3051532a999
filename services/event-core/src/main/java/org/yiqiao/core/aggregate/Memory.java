package org.yiqiao.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an aggregate remembers of the commands that it has handled, written with its state, so that a repeated one has
 * no second effect: idempotency keys of callers, and for each source aggregate the last event reacted to.
 */
public record Memory(List<Key> keys, List<Source> sources) {

    /** Keys kept; a caller that retries after more commands than this to the same aggregate is not recognised. */
    public static final int KEYS = 50;

    public static final Memory EMPTY = new Memory(List.of(), List.of());

    /** @param fingerprint of the command that came with the key, to tell a retry from a mistake */
    public record Key(String key, String fingerprint) {}

    /** @param seq of the last event of that aggregate that led to a command here */
    public record Source(String aggregate, long seq) {}

    public Optional<Key> key(String key) {
        return keys.stream().filter(known -> known.key().equals(key)).findFirst();
    }

    public boolean hasHandled(Source source) {
        return sources.stream()
                .anyMatch(known -> known.aggregate().equals(source.aggregate()) && known.seq() >= source.seq());
    }

    public Memory and(Key key) {
        List<Key> more = new ArrayList<>(keys.size() < KEYS ? keys : keys.subList(keys.size() - KEYS + 1, keys.size()));
        more.add(key);
        return new Memory(List.copyOf(more), sources);
    }

    public Memory and(Source source) {
        List<Source> more = new ArrayList<>(sources);
        more.removeIf(known -> known.aggregate().equals(source.aggregate()));
        more.add(source);
        return new Memory(keys, List.copyOf(more));
    }
}
