/** Contacts of requesters: the only place that stores the name and telephone number of a requester. */
@NullMarked
package org.yiqiao.request.contacts;

import org.jspecify.annotations.NullMarked;
