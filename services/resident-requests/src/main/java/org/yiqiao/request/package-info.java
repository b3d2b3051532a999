/** The resident requests service: requests and the cases that handle them. */
@NullMarked
package org.yiqiao.request;

import org.jspecify.annotations.NullMarked;
