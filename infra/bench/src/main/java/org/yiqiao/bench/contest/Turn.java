package org.yiqiao.bench.contest;

import java.util.List;
import org.yiqiao.bench.load.Stretch;

/**
 * What one turn of one subject gave.
 *
 * @param sustainableRate requests a second
 * @param cost at the rate that is the same for all
 * @param half cost and latency at half of the sustainable rate
 * @param search every stretch of the search, in its order
 */
public record Turn(double sustainableRate, Cost cost, Cost half, List<Stretch> search) {

    /**
     * Processor seconds for a thousand requests.
     *
     * @param client of the load generator with its readers
     */
    public record Cost(double application, double broker, double store, double client, Stretch load) {}
}
