/** A small fictional town, created by a seeded generator and loaded through the public APIs of the services. */
@NullMarked
package org.yiqiao.standalone.demo;

import org.jspecify.annotations.NullMarked;
