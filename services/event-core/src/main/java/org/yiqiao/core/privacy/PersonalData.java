package org.yiqiao.core.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an aggregate's state as personal data. The value is stored encrypted with the key of the person,
 * no query can find it, and it is null once the person has been erased.
 *
 * <p>The component can be in a nested record, and in a record that is an element of a list. A record in another
 * container cannot have such components.
 *
 * @see DataSubject
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {}
