package org.yiqiao.bench.contest;

import java.time.Duration;
import org.yiqiao.bench.load.Micros;
import org.yiqiao.bench.load.Stretch;
import org.yiqiao.bench.subject.Subject;

/**
 * Loads a subject with as much as it holds until its compilers of bytecode have little to do: what they take at the
 * beginning says nothing about a program that runs for weeks.
 *
 * @param rate requests a second of the first stretch; by a third more after each that holds, by a third less after others
 * @param seconds length of a stretch
 * @param mostCompiling the part of the subject's processor time in a stretch that compilers may take at the end
 * @param most time; then it is as warm as it gets
 */
record WarmUp(double rate, double seconds, double mostCompiling, Duration most) {

    private static final double STEP = 4.0 / 3;

    /** How a warm-up ended: the part of the last stretch that compilers took, and how long it lasted. */
    record Warm(double compiling, double seconds) {}

    Warm of(Subject subject, Duration patience) throws InterruptedException {
        long started = Micros.now();
        double next = rate;
        while (true) {
            double before = subject.applicationCpu();
            double compilersBefore = subject.compilerCpu();
            Stretch stretch = subject.load().at(next, seconds, patience);
            double compiling = (subject.compilerCpu() - compilersBefore) / (subject.applicationCpu() - before);
            double passed = (Micros.now() - started) / 1e6;
            if (compiling <= mostCompiling || passed >= most.toSeconds()) {
                return new Warm(compiling, passed);
            }
            next = Sustained.holds(stretch) ? next * STEP : Math.max(RateSearch.LEAST, next / STEP);
        }
    }
}
