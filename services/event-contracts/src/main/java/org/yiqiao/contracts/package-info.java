/**
 * The published language: what the services tell each other, as records under one sealed interface per aggregate.
 * A record's JSON is its schema; a field is only ever added.
 */
@NullMarked
package org.yiqiao.contracts;

import org.jspecify.annotations.NullMarked;
