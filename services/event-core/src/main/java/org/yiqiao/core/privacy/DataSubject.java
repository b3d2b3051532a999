package org.yiqiao.core.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the component of a list element that holds the pseudonymous id of the person that the element describes. The
 * {@link PersonalData} components of the element are then encrypted with the key of that person. Without this
 * annotation, they are encrypted with the key of the person that the aggregate describes.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface DataSubject {}
