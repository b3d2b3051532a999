/** What goes wrong: one class for each kind of fault, each struck under load. */
@NullMarked
package org.yiqiao.faults.fault;

import org.jspecify.annotations.NullMarked;
