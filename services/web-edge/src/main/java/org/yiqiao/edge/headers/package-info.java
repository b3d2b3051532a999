/** What browsers are told to refuse: headers of every answer, and who may call from another origin. */
@NullMarked
package org.yiqiao.edge.headers;

import org.jspecify.annotations.NullMarked;
