package org.yiqiao.faults.fault;

/** A fault that is injected into a cluster under load. */
public interface Fault {

    /** Such as {@code S1}. */
    String id();

    /** A short description of the fault. */
    String title();

    /** Injects the fault. On return, every process runs and is reachable again. */
    void inject(FaultContext context);
}
