/** Who somebody is: accounts, the page on which people sign in, and the tokens that the services believe. */
@NullMarked
package org.yiqiao.identity;

import org.jspecify.annotations.NullMarked;
