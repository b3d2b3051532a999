/**
 * The events that the services publish, as records under one sealed interface per aggregate. The JSON Schemas are
 * generated from the records. A published record changes only by an added field.
 */
@NullMarked
package org.yiqiao.contracts;

import org.jspecify.annotations.NullMarked;
