/** The aggregate that records the erasure of a person: values and rules only. */
@NullMarked
package org.yiqiao.request.persons;

import org.jspecify.annotations.NullMarked;
