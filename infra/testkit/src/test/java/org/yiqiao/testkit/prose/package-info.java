/** Checks the language of the Javadoc and of the documents: plain sentences that a reader understands at once. */
@NullMarked
package org.yiqiao.testkit.prose;

import org.jspecify.annotations.NullMarked;
