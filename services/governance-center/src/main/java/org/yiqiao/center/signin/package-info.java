/** Sign-in to the dashboard page with the token issuer of the services. */
@NullMarked
package org.yiqiao.center.signin;

import org.jspecify.annotations.NullMarked;
