/** Rules for the code of a service, which its tests use with the packages of its model. */
@NullMarked
package org.yiqiao.testkit.architecture;

import org.jspecify.annotations.NullMarked;
