package org.yiqiao.support.territory;

/** Latitude and longitude in degrees of any datum; unlike a point, they can lie outside the range. */
record Degrees(double lat, double lon) {}
