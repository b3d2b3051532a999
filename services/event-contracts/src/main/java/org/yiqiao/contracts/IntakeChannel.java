package org.yiqiao.contracts;

/** The channel through which a request was submitted. */
public enum IntakeChannel {
    MINI_PROGRAM,
    WEB,
    PHONE,
    WINDOW,
    GRID_MEMBER,
    HOTLINE_12345,
    OPEN311
}
