/** The faults, one class for each kind. Each fault is injected under load. */
@NullMarked
package org.yiqiao.faults.fault;

import org.jspecify.annotations.NullMarked;
