/** One switch for tests: containers where Docker answers, a broker and a store in this JVM elsewhere. */
@NullMarked
package org.yiqiao.testkit;

import org.jspecify.annotations.NullMarked;
