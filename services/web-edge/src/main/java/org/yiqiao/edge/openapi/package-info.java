/** The OpenAPI document of a service, generated from its endpoints, their records and their Javadoc. */
@NullMarked
package org.yiqiao.edge.openapi;

import org.jspecify.annotations.NullMarked;
