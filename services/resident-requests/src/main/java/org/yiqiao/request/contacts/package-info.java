/** Whom to answer: the only place where a requester has a name and a number. */
@NullMarked
package org.yiqiao.request.contacts;

import org.jspecify.annotations.NullMarked;
