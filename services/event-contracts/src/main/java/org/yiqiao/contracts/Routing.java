package org.yiqiao.contracts;

/** How the place of a request was found. */
public enum Routing {
    BY_TERRITORY,
    BY_HAND
}
