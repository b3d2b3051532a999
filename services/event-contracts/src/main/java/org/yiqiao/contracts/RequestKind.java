package org.yiqiao.contracts;

/** The kind of a resident request. */
public enum RequestKind {
    CONSULTATION,
    HELP,
    SUGGESTION,
    COMPLAINT,
    REPORT
}
