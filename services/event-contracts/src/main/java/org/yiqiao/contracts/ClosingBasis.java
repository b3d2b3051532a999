package org.yiqiao.contracts;

/** Why a case could be closed: its resolution was verified, or it was closed in the system that it came from. */
public enum ClosingBasis {
    VERIFIED,
    IMPORTED
}
