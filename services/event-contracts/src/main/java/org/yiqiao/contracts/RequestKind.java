package org.yiqiao.contracts;

/** What a resident wants. */
public enum RequestKind {
    CONSULTATION,
    HELP,
    SUGGESTION,
    COMPLAINT,
    REPORT
}
