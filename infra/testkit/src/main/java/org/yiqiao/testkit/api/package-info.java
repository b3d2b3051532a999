/** Checks of real HTTP answers against the API document of a service. */
@NullMarked
package org.yiqiao.testkit.api;

import org.jspecify.annotations.NullMarked;
