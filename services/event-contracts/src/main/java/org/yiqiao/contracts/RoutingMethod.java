package org.yiqiao.contracts;

/** How the place of a request was found. */
public enum RoutingMethod {
    BY_TERRITORY,
    BY_HAND
}
