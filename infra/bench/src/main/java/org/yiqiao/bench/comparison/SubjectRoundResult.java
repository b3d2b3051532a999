package org.yiqiao.bench.comparison;

import java.util.List;
import org.yiqiao.bench.load.LoadResult;

/**
 * The figures of one turn of one subject.
 *
 * @param sustainableRate requests per second
 * @param cost cost at the common rate
 * @param half cost and latency at half of the sustainable rate
 * @param search the result of every load phase of the search, in order
 */
public record SubjectRoundResult(double sustainableRate, CpuCost cost, CpuCost half, List<LoadResult> search) {

    /**
     * CPU seconds per 1,000 requests.
     *
     * @param client cost of the load generator, including its readers
     */
    public record CpuCost(double application, double broker, double store, double client, LoadResult load) {}
}
