package org.yiqiao.bench.comparison;

import java.util.List;
import org.yiqiao.bench.load.LoadResult;

/**
 * What one turn of one subject gave.
 *
 * @param sustainableRate requests a second
 * @param cost at the rate that is the same for all
 * @param half cost and latency at half of the sustainable rate
 * @param search every stretch of the search, in its order
 */
public record RoundResult(double sustainableRate, CpuCost cost, CpuCost half, List<LoadResult> search) {

    /**
     * Processor seconds for a thousand requests.
     *
     * @param client of the load generator with its readers
     */
    public record CpuCost(double application, double broker, double store, double client, LoadResult load) {}
}
