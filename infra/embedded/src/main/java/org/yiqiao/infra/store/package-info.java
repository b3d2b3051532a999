/** A document store in this JVM that speaks MongoDB's wire protocol and keeps its data in one file. */
@NullMarked
package org.yiqiao.infra.store;

import org.jspecify.annotations.NullMarked;
