package org.yiqiao.audit;

/**
 * The first break of a chain.
 *
 * @param seq sequence of the first invalid entry
 */
record AuditChainBreak(long seq, Reason reason) {

    enum Reason {
        /** There is no entry at this sequence, but there are later ones. */
        MISSING,
        /** The entry does not match its hash. */
        CHANGED,
        /** The entry does not follow the previous one: entries were swapped, inserted or replaced. */
        REORDERED,
        /** The entry follows the previous one but contradicts a known head: the chain was rewritten. */
        REWRITTEN,
        /** There is no entry, although a known head is at this sequence or later: the end was cut off. */
        CUT
    }
}
