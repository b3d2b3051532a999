/** Erasure of personal data: destroys the key of a person and publishes the erasure. Statistics remain. */
@NullMarked
package org.yiqiao.request.erasure;

import org.jspecify.annotations.NullMarked;
