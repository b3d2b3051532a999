/** Encrypts personal data at rest with one key per person, so that destroying the key erases the person. */
@NullMarked
package org.yiqiao.core.privacy;

import org.jspecify.annotations.NullMarked;
