package org.yiqiao.bench.contest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.yiqiao.bench.load.Stretch;
import org.yiqiao.bench.machine.CpuTime;
import org.yiqiao.bench.subject.Contender;
import org.yiqiao.bench.subject.Servers;
import org.yiqiao.bench.subject.Subject;

/**
 * Measures subjects in turns, A B A B, all on the same servers. While one is measured the processes of the others are
 * stopped in their tracks.
 */
public final class Contest {

    private static final double FIRST_GUESS = 500;
    private static final RateSearch COARSE = new RateSearch(2, 1.1);
    private static final RateSearch FINE = new RateSearch(1.15, 1.08);
    private static final Duration PATIENCE_AFTER_PAUSE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(3);
    private static final double MOST_COMPILING = 0.1;

    private final Servers servers;
    private final int rounds;
    private final double seconds;
    private final double rate;
    private final Consumer<String> say;

    /**
     * @param rounds turns that each subject gets
     * @param seconds length of a stretch of load
     * @param rate requests a second at which the cost is measured
     */
    public Contest(Servers servers, int rounds, double seconds, double rate, Consumer<String> say) {
        this.servers = servers;
        this.rounds = rounds;
        this.seconds = seconds;
        this.rate = rate;
        this.say = say;
    }

    /** The turns of each subject by its name. */
    public Map<String, List<Turn>> run(List<Contender> contenders) throws Exception {
        List<Subject> subjects = new ArrayList<>();
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        try {
            for (Contender contender : contenders) {
                subjects.add(started(contender));
                turns.put(contender.name(), new ArrayList<>());
            }
            for (int round = 0; round < rounds; round++) {
                for (Subject subject : subjects) {
                    List<Turn> earlier = Objects.requireNonNull(turns.get(subject.name()));
                    subject.goOn();
                    earlier.add(turn(subject, earlier));
                    subject.pause();
                }
            }
            return turns;
        } finally {
            subjects.forEach(Subject::close);
        }
    }

    private Subject started(Contender contender) throws Exception {
        Subject subject = contender.start(servers);
        WarmUp.Warm warm = new WarmUp(rate, seconds, MOST_COMPILING, LONGEST_WARM_UP).of(subject, PATIENCE_AFTER_PAUSE);
        subject.pause();
        say.accept("%s is there and warm after %.0f s: compilers take %.0f %% of its processor time"
                .formatted(subject.name(), warm.seconds(), 100 * warm.compiling()));
        return subject;
    }

    private Turn turn(Subject subject, List<Turn> earlier) throws InterruptedException {
        subject.load().at(rate / 2, 1, PATIENCE_AFTER_PAUSE);
        subject.load().at(rate, 2, PATIENCE_AFTER_PAUSE);
        Turn.Cost cost = cost(subject, rate);
        List<Stretch> search = new ArrayList<>();
        double guess = earlier.isEmpty() ? FIRST_GUESS : Medians.of(earlier, Turn::sustainableRate);
        double sustainable = (earlier.isEmpty() ? COARSE : FINE)
                .from(Math.max(guess, 2 * RateSearch.LEAST), trialRate -> holds(subject, trialRate, search));
        Turn.Cost half = cost(subject, Math.max(sustainable, 2) / 2);
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
        return new Turn(sustainable, cost, half, search);
    }

    private boolean holds(Subject subject, double trialRate, List<Stretch> search) throws InterruptedException {
        Stretch stretch = subject.load().at(trialRate, seconds);
        search.add(stretch);
        subject.ended().findAny().ifPresent(process -> {
            throw new IllegalStateException(process.name() + " ended while it was measured; see its log");
        });
        boolean holds = Sustained.holds(stretch);
        if (stretch.unseen() > 0) {
            // What it is behind with must not count against the next stretch.
            subject.load().at(2, 1, PATIENCE_AFTER_PAUSE);
        }
        return holds;
    }

    private Turn.Cost cost(Subject subject, double atRate) throws InterruptedException {
        List<Long> broker = List.of(servers.backbone().broker().pid());
        double application = subject.applicationCpu();
        double store = subject.storeCpu();
        double kafka = CpuTime.of(broker);
        double client = CpuTime.ofThisProcess();
        Stretch load = subject.load().at(atRate, 1.5 * seconds, PATIENCE_AFTER_PAUSE);
        double thousands = load.accepted() / 1_000.0;
        return new Turn.Cost(
                (subject.applicationCpu() - application) / thousands,
                (CpuTime.of(broker) - kafka) / thousands,
                (subject.storeCpu() - store) / thousands,
                (CpuTime.ofThisProcess() - client) / thousands,
                load);
    }
}
