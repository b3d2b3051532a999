package org.yiqiao.audit;

import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Verifies a chain, link by link, up to the first invalid link. Keeps only the head of the last valid link. */
final class AuditChainVerifier {

    /** Hashes of the known heads by sequence. A sequence has several hashes if the chain was rewritten in between. */
    private final NavigableMap<Long, Set<String>> heads = new TreeMap<>();

    private AuditChainHead last;
    private long validLinks;
    private @Nullable AuditChainBreak broken;

    /**
     * @param start head that the first link must follow
     * @param known heads that the chain had at earlier times
     */
    AuditChainVerifier(AuditChainHead start, Collection<AuditChainHead> known) {
        last = start;
        known.forEach(head ->
                heads.computeIfAbsent(head.seq(), any -> new HashSet<>()).add(head.hash()));
        if (contradictsKnownHead(start)) {
            broken = new AuditChainBreak(start.seq(), AuditChainBreak.Reason.REWRITTEN);
        }
    }

    /** Verifies the next link; returns false once the chain is broken. */
    boolean accept(AuditChainLink link) {
        if (broken == null) {
            AuditChainBreak.Reason reason = findBreakReason(link);
            if (reason == null) {
                validLinks++;
                last = link.head();
            } else {
                broken = new AuditChainBreak(last.seq() + 1, reason);
            }
        }
        return broken == null;
    }

    /** Marks the end of the chain. The chain is broken if a known head is later than the end. */
    void finish() {
        if (broken == null && !heads.isEmpty() && heads.lastKey() > last.seq()) {
            broken = new AuditChainBreak(last.seq() + 1, AuditChainBreak.Reason.CUT);
        }
    }

    Optional<AuditChainBreak> firstBreak() {
        return Optional.ofNullable(broken);
    }

    long validLinkCount() {
        return validLinks;
    }

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
