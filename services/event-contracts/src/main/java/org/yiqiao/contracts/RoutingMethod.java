package org.yiqiao.contracts;

/** The method that determined the place of a request. */
public enum RoutingMethod {
    BY_TERRITORY,
    BY_HAND
}
