/** What must hold after every fault, checked against what callers were told, the document store and every topic. */
@NullMarked
package org.yiqiao.faults.check;

import org.jspecify.annotations.NullMarked;
