package org.yiqiao.contracts;

/** A resident's answer when asked how content they are. */
public enum Satisfaction {
    VERY_SATISFIED,
    SATISFIED,
    NEUTRAL,
    DISSATISFIED,
    VERY_DISSATISFIED
}
