package org.yiqiao.bench.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.machine.CpuTime;
import org.yiqiao.bench.subject.BenchmarkSubject;
import org.yiqiao.bench.subject.RunningSubject;
import org.yiqiao.bench.subject.SharedServers;

/**
 * Measures subjects in turns, A B A B, all on the same servers. While one is measured the processes of the others are
 * stopped in their tracks.
 */
public final class SubjectComparison {

    private static final double FIRST_GUESS = 500;
    private static final RateSearch COARSE = new RateSearch(2, 1.1);
    private static final RateSearch FINE = new RateSearch(1.15, 1.08);
    private static final Duration PATIENCE_AFTER_PAUSE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(3);
    private static final double MOST_COMPILING = 0.1;

    private final SharedServers servers;
    private final int rounds;
    private final double seconds;
    private final double rate;
    private final Consumer<String> say;

    /**
     * @param rounds turns that each subject gets
     * @param seconds length of a stretch of load
     * @param rate requests a second at which the cost is measured
     */
    public SubjectComparison(SharedServers servers, int rounds, double seconds, double rate, Consumer<String> say) {
        this.servers = servers;
        this.rounds = rounds;
        this.seconds = seconds;
        this.rate = rate;
        this.say = say;
    }

    /** The turns of each subject by its name. */
    public Map<String, List<RoundResult>> run(List<BenchmarkSubject> contenders) throws Exception {
        List<RunningSubject> subjects = new ArrayList<>();
        Map<String, List<RoundResult>> turns = new LinkedHashMap<>();
        try {
            for (BenchmarkSubject contender : contenders) {
                subjects.add(startAndWarmUp(contender));
                turns.put(contender.name(), new ArrayList<>());
            }
            for (int round = 0; round < rounds; round++) {
                for (RunningSubject subject : subjects) {
                    List<RoundResult> earlier = Objects.requireNonNull(turns.get(subject.name()));
                    subject.resume();
                    earlier.add(measureRound(subject, earlier));
                    subject.pause();
                }
            }
            return turns;
        } finally {
            subjects.forEach(RunningSubject::close);
        }
    }

    private RunningSubject startAndWarmUp(BenchmarkSubject contender) throws Exception {
        RunningSubject subject = contender.start(servers);
        WarmUp.WarmUpResult warm =
                new WarmUp(rate, seconds, MOST_COMPILING, LONGEST_WARM_UP).run(subject, PATIENCE_AFTER_PAUSE);
        subject.pause();
        say.accept("%s is there and warm after %.0f s: compilers take %.0f %% of its processor time"
                .formatted(subject.name(), warm.seconds(), 100 * warm.compilerShare()));
        return subject;
    }

    private RoundResult measureRound(RunningSubject subject, List<RoundResult> earlier) throws InterruptedException {
        subject.loadRunner().run(rate / 2, 1, PATIENCE_AFTER_PAUSE);
        subject.loadRunner().run(rate, 2, PATIENCE_AFTER_PAUSE);
        RoundResult.CpuCost cost = measureCost(subject, rate);
        List<LoadResult> search = new ArrayList<>();
        double guess = earlier.isEmpty() ? FIRST_GUESS : Median.of(earlier, RoundResult::sustainableRate);
        double sustainable = (earlier.isEmpty() ? COARSE : FINE)
                .findHighest(
                        Math.max(guess, 2 * RateSearch.MIN_RATE), trialRate -> isSustained(subject, trialRate, search));
        RoundResult.CpuCost half = measureCost(subject, Math.max(sustainable, 2) / 2);
        say.accept(
                "%-26s turn %d: %6.0f/s sustained; at half of it p50 %4.0f ms, p99 %4.0f ms, %.2f CPU s per 1,000; %.2f at %.0f/s"
                        .formatted(
                                subject.name(),
                                earlier.size() + 1,
                                sustainable,
                                half.load().visible().p50(),
                                half.load().visible().p99(),
                                half.application(),
                                cost.application(),
                                rate));
        return new RoundResult(sustainable, cost, half, search);
    }

    private boolean isSustained(RunningSubject subject, double trialRate, List<LoadResult> search)
            throws InterruptedException {
        LoadResult stretch = subject.loadRunner().run(trialRate, seconds);
        search.add(stretch);
        subject.endedProcesses().findAny().ifPresent(process -> {
            throw new IllegalStateException(process.name() + " ended while it was measured; see its log");
        });
        boolean holds = SustainedRateCriterion.isMet(stretch);
        if (stretch.unseen() > 0) {
            // What it is behind with must not count against the next stretch.
            subject.loadRunner().run(2, 1, PATIENCE_AFTER_PAUSE);
        }
        return holds;
    }

    private RoundResult.CpuCost measureCost(RunningSubject subject, double atRate) throws InterruptedException {
        List<Long> broker = List.of(servers.backend().broker().pid());
        double application = subject.applicationCpuSeconds();
        double store = subject.storeCpuSeconds();
        double kafka = CpuTime.of(broker);
        double client = CpuTime.ofThisProcess();
        LoadResult load = subject.loadRunner().run(atRate, 1.5 * seconds, PATIENCE_AFTER_PAUSE);
        double thousands = load.accepted() / 1_000.0;
        return new RoundResult.CpuCost(
                (subject.applicationCpuSeconds() - application) / thousands,
                (CpuTime.of(broker) - kafka) / thousands,
                (subject.storeCpuSeconds() - store) / thousands,
                (CpuTime.ofThisProcess() - client) / thousands,
                load);
    }
}
