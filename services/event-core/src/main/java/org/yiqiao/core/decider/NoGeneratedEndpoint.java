package org.yiqiao.core.decider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that has no generated endpoint. The program issues it itself, as a reaction, in an import, or behind
 * a separate endpoint.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NoGeneratedEndpoint {}
