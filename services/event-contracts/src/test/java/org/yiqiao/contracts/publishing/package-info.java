/** Publishes the contracts: their schemas and the AsyncAPI document are made from the records, and never broken. */
@NullMarked
package org.yiqiao.contracts.publishing;

import org.jspecify.annotations.NullMarked;
