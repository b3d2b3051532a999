package org.yiqiao.faults.fault;

/** How much of a fault is struck. */
public enum SuiteSize {
    /** Once, in seconds: for every build. */
    SHORT,
    /** As the list of faults has it. */
    WHOLE
}
