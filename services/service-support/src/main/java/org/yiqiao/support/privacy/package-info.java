/**
 * Privacy in services: the master key and the person keys, which make erasure possible, the masking of personal data,
 * and the detection of contact data in published texts.
 */
@NullMarked
package org.yiqiao.support.privacy;

import org.jspecify.annotations.NullMarked;
