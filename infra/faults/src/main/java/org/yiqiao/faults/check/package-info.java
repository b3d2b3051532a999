/**
 * The invariants that hold after every fault, checked against all command outcomes, the document store and all topics.
 */
@NullMarked
package org.yiqiao.faults.check;

import org.jspecify.annotations.NullMarked;
