package org.yiqiao.contracts;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that the deciding service keeps and never publishes: free text, addresses, exact places, names. It is there
 * when the aggregate's state is folded, absent from the JSON, the schema and so from every topic, and null for
 * whoever reads the event elsewhere.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonProperty(access = Access.WRITE_ONLY)
public @interface Unpublished {}
