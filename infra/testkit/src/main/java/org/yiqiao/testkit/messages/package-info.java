/** Checks that the messages of a module are complete; each module uses them with a class of one line. */
@NullMarked
package org.yiqiao.testkit.messages;

import org.jspecify.annotations.NullMarked;
