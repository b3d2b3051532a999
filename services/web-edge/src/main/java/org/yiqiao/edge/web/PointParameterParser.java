package org.yiqiao.edge.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.PointOutOfRangeException;
import org.yiqiao.core.decider.Rejection;

/** A point as a query parameter: {@code lat,long} in degrees. */
public final class PointParameterParser {

    private static final Pattern LAT_LONG =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,20})?),(-?\\d{1,3}(?:\\.\\d{1,20})?)");

    private PointParameterParser() {}

    /** @throws RejectedException if the text is not a point in this format and range */
    public static Point parse(String text) {
        Matcher latLong = LAT_LONG.matcher(text);
        if (latLong.matches()) {
            double lat = Double.parseDouble(latLong.group(1));
            double lon = Double.parseDouble(latLong.group(2));
            try {
                return new Point(lat, lon);
            } catch (PointOutOfRangeException outside) {
                throw new RejectedException(PointProblem.rejection(outside));
            }
        }
        throw new RejectedException(Rejection.malformed("point.malformed"));
    }
}
