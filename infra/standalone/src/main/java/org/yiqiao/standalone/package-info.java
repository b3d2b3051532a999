/** The standalone platform: runs broker, document store, the four services and the token issuer with one command. */
@NullMarked
package org.yiqiao.standalone;

import org.jspecify.annotations.NullMarked;
