package org.yiqiao.edge.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the operation of an endpoint in the API document, where several endpoints share one permission. Every other
 * operation has the name of its permission: {@code caseClose} for {@code case.close}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OperationName {
    String value();
}
