/** A small fictional town, made by a seeded generator and loaded through the services' own APIs. */
@NullMarked
package org.yiqiao.standalone.demo;

import org.jspecify.annotations.NullMarked;
