package org.yiqiao.audit;

/**
 * The end of a chain, at some time: how many entries it has, and the hash that stands for all of them.
 *
 * @param hash SHA-256 in hexadecimal digits
 */
public record AuditChainHead(long seq, String hash) {

    /** Of a chain without entries. */
    static final AuditChainHead EMPTY = new AuditChainHead(0, "0".repeat(64));
}
