package org.yiqiao.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the text of a head that an auditor kept, such as {@code 1234:9f86d0…}. */
final class AuditChainHeadParser {

    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private AuditChainHeadParser() {}

    static Optional<AuditChainHead> parse(String text) {
        Matcher head = HEAD.matcher(text);
        return head.matches()
                ? Optional.of(new AuditChainHead(Long.parseLong(head.group(1)), head.group(2)))
                : Optional.empty();
    }
}
