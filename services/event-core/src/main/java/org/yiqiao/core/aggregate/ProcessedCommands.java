package org.yiqiao.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands that an aggregate has processed: idempotency keys of callers and, for each source aggregate, the last
 * event that led to a command. The record is written with the state, so that a repeated command has no second effect.
 */
public record ProcessedCommands(List<IdempotencyKey> keys, List<SourceEvent> sources) {

    /** Number of keys kept. A retry after more commands than this to the same aggregate is not recognized. */
    public static final int MAX_KEYS = 50;

    public static final ProcessedCommands EMPTY = new ProcessedCommands(List.of(), List.of());

    /** @param fingerprint fingerprint of the command that came with the key; it distinguishes a retry from a mistake */
    public record IdempotencyKey(String key, String fingerprint) {}

    /** @param seq sequence number of the last event of that aggregate that led to a command here */
    public record SourceEvent(String aggregate, long seq) {}

    public Optional<IdempotencyKey> findKey(String key) {
        return keys.stream().filter(known -> known.key().equals(key)).findFirst();
    }

    public boolean hasProcessed(SourceEvent source) {
        return sources.stream()
                .anyMatch(known -> known.aggregate().equals(source.aggregate()) && known.seq() >= source.seq());
    }

    public ProcessedCommands with(IdempotencyKey key) {
        List<IdempotencyKey> more =
                new ArrayList<>(keys.size() < MAX_KEYS ? keys : keys.subList(keys.size() - MAX_KEYS + 1, keys.size()));
        more.add(key);
        return new ProcessedCommands(List.copyOf(more), sources);
    }

    public ProcessedCommands with(SourceEvent source) {
        List<SourceEvent> more = new ArrayList<>(sources);
        more.removeIf(known -> known.aggregate().equals(source.aggregate()));
        more.add(source);
        return new ProcessedCommands(keys, List.copyOf(more));
    }
}
