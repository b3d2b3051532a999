package org.yiqiao.audit;

/**
 * Where a chain is broken first.
 *
 * @param seq of the entry that is not as it has to be
 */
record AuditChainBreak(long seq, Reason reason) {

    enum Reason {
        /** There is none at this sequence, and there are later ones. */
        MISSING,
        /** It is not what was hashed. */
        CHANGED,
        /** It does not follow the one before it: entries were swapped, put in or replaced. */
        REORDERED,
        /** It follows, but is not what the chain had here when its head was kept: the chain was written anew. */
        REWRITTEN,
        /** There is none, and later ones were there when the chain's head was kept. */
        CUT
    }
}
