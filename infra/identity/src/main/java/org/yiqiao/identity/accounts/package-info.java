/** Who may sign in or fetch tokens, as configuration says. */
@NullMarked
package org.yiqiao.identity.accounts;

import org.jspecify.annotations.NullMarked;
