package org.yiqiao.bench.comparison;

import java.time.Duration;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.load.MicrosecondClock;
import org.yiqiao.bench.subject.RunningSubject;

/**
 * Loads a subject with as much as it holds until its compilers of bytecode have little to do: what they take at the
 * beginning says nothing about a program that runs for weeks.
 *
 * @param rate requests a second of the first stretch; by a third more after each that holds, by a third less after others
 * @param seconds length of a stretch
 * @param maxCompilerShare the part of the subject's processor time in a stretch that compilers may take at the end
 * @param maxDuration time; then it is as warm as it gets
 */
record WarmUp(double rate, double seconds, double maxCompilerShare, Duration maxDuration) {

    private static final double STEP = 4.0 / 3;

    /** How a warm-up ended: the part of the last stretch that compilers took, and how long it lasted. */
    record WarmUpResult(double compilerShare, double seconds) {}

    WarmUpResult run(RunningSubject subject, Duration patience) throws InterruptedException {
        long started = MicrosecondClock.now();
        double next = rate;
        while (true) {
            double before = subject.applicationCpuSeconds();
            double compilersBefore = subject.compilerCpuSeconds();
            LoadResult stretch = subject.loadRunner().run(next, seconds, patience);
            double compiling =
                    (subject.compilerCpuSeconds() - compilersBefore) / (subject.applicationCpuSeconds() - before);
            double passed = (MicrosecondClock.now() - started) / 1e6;
            if (compiling <= maxCompilerShare || passed >= maxDuration.toSeconds()) {
                return new WarmUpResult(compiling, passed);
            }
            next = SustainedRateCriterion.isMet(stretch) ? next * STEP : Math.max(RateSearch.MIN_RATE, next / STEP);
        }
    }
}
