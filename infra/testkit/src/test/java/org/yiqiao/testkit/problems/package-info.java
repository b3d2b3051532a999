@NullMarked
package org.yiqiao.testkit.problems;

import org.jspecify.annotations.NullMarked;
