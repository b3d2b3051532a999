package org.yiqiao.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yiqiao.request.cases.RoutingPolicy;

/**
 * The settings of routing.
 *
 * @param maxDistanceKm greatest distance of a point from its township, in kilometers
 */
@ConfigurationProperties("yiqiao.routing")
record RoutingProperties(@DefaultValue("20") double maxDistanceKm) {

    RoutingPolicy policy() {
        return new RoutingPolicy(maxDistanceKm * 1_000);
    }
}
