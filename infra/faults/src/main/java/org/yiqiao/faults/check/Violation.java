package org.yiqiao.faults.check;

/**
 * Something that must not be.
 *
 * @param invariant such as {@code I3}
 */
public record Violation(String invariant, String description) {

    @Override
    public String toString() {
        return invariant + ": " + description;
    }
}
