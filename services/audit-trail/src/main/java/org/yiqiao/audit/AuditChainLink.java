package org.yiqiao.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An entry at its place in the chain. The hash is SHA-256 over the previous hash and the fields of the entry, each
 * prefixed with its length. The hash does not cover the sequence, because the place in the chain determines it.
 */
record AuditChainLink(long seq, AuditEntry entry, String previousHash, String hash) {

    static AuditChainLink createAfter(AuditChainHead head, AuditEntry entry) {
        return new AuditChainLink(head.seq() + 1, entry, head.hash(), hash(head.hash(), entry));
    }

    /** Returns whether the hash matches the previous hash and the entry. */
    boolean hasValidHash() {
        return hash.equals(hash(previousHash, entry));
    }

    AuditChainHead head() {
        return new AuditChainHead(seq, hash);
    }

    private static String hash(String previous, AuditEntry entry) {
        MessageDigest digest = sha256();
        updateDigest(digest, previous);
        for (String field : hashedFields(entry)) {
            updateDigest(digest, field);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the fields in the order in which they are hashed. */
    private static List<String> hashedFields(AuditEntry entry) {
        return List.of(
                Long.toString(entry.at().toEpochMilli()),
                entry.operation(),
                entry.target(),
                entry.caller(),
                entry.posts(),
                entry.address(),
                entry.purpose(),
                entry.correlation(),
                Long.toString(entry.refers()),
                entry.outcome(),
                entry.detail());
    }

    private static void updateDigest(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >> shift));
        }
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
