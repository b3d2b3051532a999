/** Tests business rules: given events, when a command, then events or a rejection. */
@NullMarked
package org.yiqiao.core.test;

import org.jspecify.annotations.NullMarked;
