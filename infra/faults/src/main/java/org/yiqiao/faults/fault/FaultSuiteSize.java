package org.yiqiao.faults.fault;

/** How often the suite injects each fault. */
public enum FaultSuiteSize {
    /** Once, within seconds: for every build. */
    SHORT,
    /** As often as the list of faults in the module's README says. */
    WHOLE
}
