package org.yiqiao.contracts;

/** The satisfaction of a resident with the outcome of a request. */
public enum Satisfaction {
    VERY_SATISFIED,
    SATISFIED,
    NEUTRAL,
    DISSATISFIED,
    VERY_DISSATISFIED
}
