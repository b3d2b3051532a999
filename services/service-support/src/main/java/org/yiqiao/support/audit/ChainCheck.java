package org.yiqiao.support.audit;

import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks along a chain, link by link, to the first that is not as it has to be; it remembers only the last one. */
final class ChainCheck {

    /** By sequence: several are known of one if the chain was written anew between them. */
    private final NavigableMap<Long, Set<String>> heads = new TreeMap<>();

    private Head last;
    private long checked;
    private @Nullable Break broken;

    /**
     * @param start what the first link has to follow
     * @param known heads that the chain once had
     */
    ChainCheck(Head start, Collection<Head> known) {
        last = start;
        known.forEach(head ->
                heads.computeIfAbsent(head.seq(), any -> new HashSet<>()).add(head.hash()));
        if (isAnotherThanKnown(start)) {
            broken = new Break(start.seq(), Break.Why.REWRITTEN);
        }
    }

    /** Looks at the next link; false once the chain is broken. */
    boolean accept(Link link) {
        if (broken == null) {
            Break.Why why = fault(link);
            if (why == null) {
                checked++;
                last = link.head();
            } else {
                broken = new Break(last.seq() + 1, why);
            }
        }
        return broken == null;
    }

    /** Says that there are no more links. */
    void end() {
        if (broken == null && !heads.isEmpty() && heads.lastKey() > last.seq()) {
            broken = new Break(last.seq() + 1, Break.Why.CUT);
        }
    }

    Optional<Break> broken() {
        return Optional.ofNullable(broken);
    }

    /** How many links are as they have to be. */
    long checked() {
        return checked;
    }

    /** The last that is. */
    Head last() {
        return last;
    }

    private Break.@Nullable Why fault(Link link) {
        if (link.seq() != last.seq() + 1) {
            return link.seq() > last.seq() ? Break.Why.MISSING : Break.Why.REORDERED;
        }
        if (!link.isWhole()) {
            return Break.Why.CHANGED;
        }
        if (!link.previous().equals(last.hash())) {
            return Break.Why.REORDERED;
        }
        return isAnotherThanKnown(link.head()) ? Break.Why.REWRITTEN : null;
    }

    private boolean isAnotherThanKnown(Head head) {
        return !heads.getOrDefault(head.seq(), Set.of()).stream().allMatch(head.hash()::equals);
    }
}
