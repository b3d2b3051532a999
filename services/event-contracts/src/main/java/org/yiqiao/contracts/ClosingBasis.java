package org.yiqiao.contracts;

/** The reason for closing a case: its resolution was verified, or the case was imported as closed. */
public enum ClosingBasis {
    VERIFIED,
    IMPORTED
}
