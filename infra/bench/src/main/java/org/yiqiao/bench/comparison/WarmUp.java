package org.yiqiao.bench.comparison;

import java.time.Duration;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.load.MicrosecondClock;
import org.yiqiao.bench.subject.RunningBenchmarkSubject;

/**
 * Loads a subject with as much as it sustains until its bytecode compilers have little work. Their initial cost is
 * irrelevant for a program that runs for weeks.
 *
 * @param rate requests per second of the first load phase. The rate rises by a third after each sustained phase and
 *     falls by a quarter after any other.
 * @param seconds length of a load phase
 * @param maxCompilerShare largest share of the compilers in the subject's processor time of a load phase at the end of
 *     the warm-up
 * @param maxDuration time after which the warm-up ends in any case, once its current load phase is over
 */
record WarmUp(double rate, double seconds, double maxCompilerShare, Duration maxDuration) {

    private static final double STEP = 4.0 / 3;

    /** The result of a warm-up: the share of the compilers in the last load phase, and the duration of the warm-up. */
    record WarmUpResult(double compilerShare, double seconds) {}

    WarmUpResult run(RunningBenchmarkSubject subject, Duration timeout) throws InterruptedException {
        long started = MicrosecondClock.now();
        double next = rate;
        while (true) {
            double before = subject.applicationCpuSeconds();
            double compilersBefore = subject.compilerCpuSeconds();
            LoadResult load = subject.loadRunner().run(next, seconds, timeout);
            double compilerShare =
                    (subject.compilerCpuSeconds() - compilersBefore) / (subject.applicationCpuSeconds() - before);
            double elapsed = (MicrosecondClock.now() - started) / 1e6;
            if (compilerShare <= maxCompilerShare || elapsed >= maxDuration.toSeconds()) {
                return new WarmUpResult(compilerShare, elapsed);
            }
            next = SustainedRateCriterion.isMet(load) ? next * STEP : Math.max(RateSearch.MIN_RATE, next / STEP);
        }
    }
}
