package org.yiqiao.audit;

/**
 * The end of a chain at some time: its number of entries, and the hash that covers all of them.
 *
 * @param seq number of entries, which is the sequence of the last one
 * @param hash SHA-256 in hexadecimal digits
 */
public record AuditChainHead(long seq, String hash) {

    /** The head of a chain without entries. */
    static final AuditChainHead EMPTY = new AuditChainHead(0, "0".repeat(64));
}
