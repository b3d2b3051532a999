package org.yiqiao.bench.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.machine.ProcessCpuTime;
import org.yiqiao.bench.subject.BenchmarkSubject;
import org.yiqiao.bench.subject.RunningBenchmarkSubject;
import org.yiqiao.bench.subject.SharedBenchmarkServers;

/**
 * Measures subjects in turns (A B A B) on the same servers. The processes of all other subjects are suspended
 * meanwhile.
 */
public final class AlternatingSubjectRunner {

    private static final double FIRST_GUESS = 500;
    private static final RateSearch COARSE = new RateSearch(2, 1.1);
    private static final RateSearch FINE = new RateSearch(1.15, 1.08);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration MAX_WARM_UP = Duration.ofMinutes(3);
    private static final double MAX_COMPILER_SHARE = 0.1;

    private final SharedBenchmarkServers servers;
    private final int rounds;
    private final double seconds;
    private final double rate;
    private final Consumer<String> progress;

    /**
     * @param rounds turns of each subject
     * @param seconds length of a load phase
     * @param rate requests per second at which the cost is measured
     * @param progress receives a line of text after each warm-up and each turn
     */
    public AlternatingSubjectRunner(
            SharedBenchmarkServers servers, int rounds, double seconds, double rate, Consumer<String> progress) {
        this.servers = servers;
        this.rounds = rounds;
        this.seconds = seconds;
        this.rate = rate;
        this.progress = progress;
    }

    /** Starts and warms up all subjects, measures their turns, and returns the turns by subject name. */
    public Map<String, List<SubjectRoundResult>> run(List<BenchmarkSubject> subjects) throws Exception {
        List<RunningBenchmarkSubject> runningSubjects = new ArrayList<>();
        Map<String, List<SubjectRoundResult>> turns = new LinkedHashMap<>();
        try {
            for (BenchmarkSubject subject : subjects) {
                runningSubjects.add(startAndWarmUp(subject));
                turns.put(subject.name(), new ArrayList<>());
            }
            for (int round = 0; round < rounds; round++) {
                for (RunningBenchmarkSubject subject : runningSubjects) {
                    List<SubjectRoundResult> earlier = Objects.requireNonNull(turns.get(subject.name()));
                    subject.resume();
                    earlier.add(measureRound(subject, earlier));
                    subject.pause();
                }
            }
            return turns;
        } finally {
            runningSubjects.forEach(RunningBenchmarkSubject::close);
        }
    }

    private RunningBenchmarkSubject startAndWarmUp(BenchmarkSubject subject) throws Exception {
        RunningBenchmarkSubject running = subject.start(servers);
        WarmUp.WarmUpResult warmUp =
                new WarmUp(rate, seconds, MAX_COMPILER_SHARE, MAX_WARM_UP).run(running, DRAIN_TIMEOUT);
        running.pause();
        progress.accept("%s is warm after %.0f s: compilers take %.0f %% of its processor time"
                .formatted(running.name(), warmUp.seconds(), 100 * warmUp.compilerShare()));
        return running;
    }

    private SubjectRoundResult measureRound(RunningBenchmarkSubject subject, List<SubjectRoundResult> earlier)
            throws InterruptedException {
        subject.loadRunner().run(rate / 2, 1, DRAIN_TIMEOUT);
        subject.loadRunner().run(rate, 2, DRAIN_TIMEOUT);
        SubjectRoundResult.CpuCost cost = measureCost(subject, rate);
        List<LoadResult> search = new ArrayList<>();
        double guess = earlier.isEmpty() ? FIRST_GUESS : Median.of(earlier, SubjectRoundResult::sustainableRate);
        double sustainable = (earlier.isEmpty() ? COARSE : FINE)
                .findHighest(
                        Math.max(guess, 2 * RateSearch.MIN_RATE), trialRate -> isSustained(subject, trialRate, search));
        SubjectRoundResult.CpuCost half = measureCost(subject, Math.max(sustainable, 2) / 2);
        progress.accept(
                ("%-26s turn %d: %6.0f/s sustained; at half rate p50 %4.0f ms, p99 %4.0f ms, %.2f CPU s per 1,000;"
                                + " %.2f at %.0f/s")
                        .formatted(
                                subject.name(),
                                earlier.size() + 1,
                                sustainable,
                                half.load().visible().p50(),
                                half.load().visible().p99(),
                                half.application(),
                                cost.application(),
                                rate));
        return new SubjectRoundResult(sustainable, cost, half, search);
    }

    private boolean isSustained(RunningBenchmarkSubject subject, double trialRate, List<LoadResult> search)
            throws InterruptedException {
        LoadResult load = subject.loadRunner().run(trialRate, seconds);
        search.add(load);
        subject.endedProcesses().findAny().ifPresent(process -> {
            throw new IllegalStateException(process.name() + " ended during its measurement; see its log");
        });
        boolean sustained = SustainedRateCriterion.isMet(load);
        if (load.unseen() > 0) {
            // Drains the backlog, which must not count against the next load phase.
            subject.loadRunner().run(2, 1, DRAIN_TIMEOUT);
        }
        return sustained;
    }

    private SubjectRoundResult.CpuCost measureCost(RunningBenchmarkSubject subject, double atRate)
            throws InterruptedException {
        List<Long> broker = List.of(servers.backend().broker().pid());
        double application = subject.applicationCpuSeconds();
        double store = subject.storeCpuSeconds();
        double kafka = ProcessCpuTime.of(broker);
        double client = ProcessCpuTime.ofThisProcess();
        LoadResult load = subject.loadRunner().run(atRate, 1.5 * seconds, DRAIN_TIMEOUT);
        double thousands = load.accepted() / 1_000.0;
        return new SubjectRoundResult.CpuCost(
                (subject.applicationCpuSeconds() - application) / thousands,
                (ProcessCpuTime.of(broker) - kafka) / thousands,
                (subject.storeCpuSeconds() - store) / thousands,
                (ProcessCpuTime.ofThisProcess() - client) / thousands,
                load);
    }
}
