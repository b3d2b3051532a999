/** Records of events for the tests of consumers. */
@NullMarked
package org.yiqiao.testkit.records;

import org.jspecify.annotations.NullMarked;
