package org.yiqiao.access;

/** An endpoint that is generated instead of written, and so has no {@link RequiresPermission}. */
public interface GeneratedEndpoint {

    /** Returns the operation of the endpoint, which has a row in the policy table. */
    String operation();
}
