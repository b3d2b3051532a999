package org.yiqiao.contracts;

/** The handling of a case: immediately (即办), by a promised date (承诺), or together with the level above (协调). */
public enum CaseKind {
    IMMEDIATE,
    COMMITTED,
    COORDINATED
}
