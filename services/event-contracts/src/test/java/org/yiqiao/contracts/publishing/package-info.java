/** Publishes the JSON Schemas and the AsyncAPI document, generated from the event records, without breaking changes. */
@NullMarked
package org.yiqiao.contracts.publishing;

import org.jspecify.annotations.NullMarked;
