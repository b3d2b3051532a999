package org.yiqiao.contracts;

/** How a request came in. */
public enum IntakeChannel {
    MINI_PROGRAM,
    WEB,
    PHONE,
    WINDOW,
    GRID_MEMBER,
    HOTLINE_12345,
    OPEN311
}
