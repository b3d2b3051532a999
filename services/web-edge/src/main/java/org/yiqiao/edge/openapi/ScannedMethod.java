package org.yiqiao.edge.openapi;

import java.util.LinkedHashSet;
import java.util.Set;
import org.yiqiao.core.decider.Rejection;

/**
 * The calls and the rejections of one method.
 *
 * @param rejections rejections with a literal code
 * @param reasons reasons of the rejections with a code from elsewhere
 * @param literals other texts in the form of a code
 */
record ScannedMethod(
        Set<RejectionScanner.MethodKey> calls,
        Set<RejectionCode> rejections,
        Set<Rejection.Reason> reasons,
        Set<String> literals) {

    ScannedMethod() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }
}
