/** The backends of the tests: containers where Docker is available, else a broker and a store in this JVM. */
@NullMarked
package org.yiqiao.testkit;

import org.jspecify.annotations.NullMarked;
