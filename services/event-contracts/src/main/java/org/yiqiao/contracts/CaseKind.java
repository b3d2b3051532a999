package org.yiqiao.contracts;

/** How a case is to be handled: at once (即办), by a promised date (承诺), or with the upper level (协调). */
public enum CaseKind {
    IMMEDIATE,
    COMMITTED,
    COORDINATED
}
