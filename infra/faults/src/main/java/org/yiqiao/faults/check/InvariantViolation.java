package org.yiqiao.faults.check;

/**
 * A violation of an invariant.
 *
 * @param invariant id of the invariant, such as {@code I3}
 */
public record InvariantViolation(String invariant, String description) {

    @Override
    public String toString() {
        return invariant + ": " + description;
    }
}
