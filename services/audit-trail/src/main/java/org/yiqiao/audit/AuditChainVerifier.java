package org.yiqiao.audit;

import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks along a chain, link by link, to the first that is not as it has to be; it remembers only the last one. */
final class AuditChainVerifier {

    /** By sequence: several are known of one if the chain was written anew between them. */
    private final NavigableMap<Long, Set<String>> heads = new TreeMap<>();

    private AuditChainHead last;
    private long checked;
    private @Nullable AuditChainBreak broken;

    /**
     * @param start what the first link has to follow
     * @param known heads that the chain once had
     */
    AuditChainVerifier(AuditChainHead start, Collection<AuditChainHead> known) {
        last = start;
        known.forEach(head ->
                heads.computeIfAbsent(head.seq(), any -> new HashSet<>()).add(head.hash()));
        if (contradictsKnownHead(start)) {
            broken = new AuditChainBreak(start.seq(), AuditChainBreak.Reason.REWRITTEN);
        }
    }

    /** Looks at the next link; false once the chain is broken. */
    boolean accept(AuditChainLink link) {
        if (broken == null) {
            AuditChainBreak.Reason why = findBreakReason(link);
            if (why == null) {
                checked++;
                last = link.head();
            } else {
                broken = new AuditChainBreak(last.seq() + 1, why);
            }
        }
        return broken == null;
    }

    /** Says that there are no more links. */
    void finish() {
        if (broken == null && !heads.isEmpty() && heads.lastKey() > last.seq()) {
            broken = new AuditChainBreak(last.seq() + 1, AuditChainBreak.Reason.CUT);
        }
    }

    Optional<AuditChainBreak> firstBreak() {
        return Optional.ofNullable(broken);
    }

    /** How many links are as they have to be. */
    long validLinkCount() {
        return checked;
    }

    /** The last that is. */
    AuditChainHead lastValidHead() {
        return last;
    }

    private AuditChainBreak.@Nullable Reason findBreakReason(AuditChainLink link) {
        if (link.seq() != last.seq() + 1) {
            return link.seq() > last.seq() ? AuditChainBreak.Reason.MISSING : AuditChainBreak.Reason.REORDERED;
        }
        if (!link.hasValidHash()) {
            return AuditChainBreak.Reason.CHANGED;
        }
        if (!link.previousHash().equals(last.hash())) {
            return AuditChainBreak.Reason.REORDERED;
        }
        return contradictsKnownHead(link.head()) ? AuditChainBreak.Reason.REWRITTEN : null;
    }

    private boolean contradictsKnownHead(AuditChainHead head) {
        return !heads.getOrDefault(head.seq(), Set.of()).stream().allMatch(head.hash()::equals);
    }
}
