package org.yiqiao.faults.fault;

/** Something that goes wrong with a town under load. When the strike returns, everything runs and is reachable again. */
public interface Fault {

    /** Such as {@code S1}. */
    String id();

    /** What goes wrong, in a few words. */
    String title();

    void inject(FaultContext scene);
}
