package org.yiqiao.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A position: latitude and longitude in degrees (WGS 84). */
public record Point(double lat, @JsonProperty("long") double lon) {

    public Point {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new PointOutOfRangeException(lat, lon);
        }
    }
}
