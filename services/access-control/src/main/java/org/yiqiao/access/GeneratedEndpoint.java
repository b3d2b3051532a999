package org.yiqiao.access;

/** An endpoint that was not written but found, and so has no {@link RequiresPermission}. */
public interface GeneratedEndpoint {

    /** Its operation: a row of the policy's table. */
    String operation();
}
