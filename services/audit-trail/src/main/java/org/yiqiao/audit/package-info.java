/**
 * Audit trail: a chain of entries that record the caller, operation, time, network and purpose of calls. Verification
 * of the chain detects changed entries.
 */
@NullMarked
package org.yiqiao.audit;

import org.jspecify.annotations.NullMarked;
