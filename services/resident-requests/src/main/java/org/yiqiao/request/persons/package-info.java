/** Persons, as far as it has to be remembered that they were to be forgotten: values and rules only. */
@NullMarked
package org.yiqiao.request.persons;

import org.jspecify.annotations.NullMarked;
