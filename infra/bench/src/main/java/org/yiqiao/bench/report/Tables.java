package org.yiqiao.bench.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.yiqiao.bench.machine.Machine;

/** A report as Markdown. */
public final class Tables {

    private Tables() {}

    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(header(report));
        if (!report.subjects().isEmpty()) {
            text.append(subjects(report.subjects()))
                    .append(costs(report.subjects(), "at the same rate", SubjectFigures.Ranges::costs))
                    .append(costs(
                            report.subjects(), "at half of what it sustains", SubjectFigures.Ranges::costsAtHalfRate));
        }
        if (!report.ratios().isEmpty()) {
            text.append("\n| yiqiao against | ratio |\n|---|---:|\n");
            report.ratios().forEach((name, ratio) -> text.append(row(words(name), number(ratio, 2))));
        }
        if (!report.measures().isEmpty()) {
            text.append("\n| further measure | figure | |\n|---|---:|---|\n");
            report.measures()
                    .forEach(measure ->
                            text.append(row(words(measure.name()), number(measure.value(), 2), measure.unit())));
        }
        if (!report.bars().isEmpty()) {
            text.append("\n| bar | figure | has to be | |\n|---|---:|---:|---|\n");
            report.bars()
                    .forEach(bar -> text.append(row(
                            words(bar.figure()),
                            number(bar.value(), 2),
                            (bar.atMost() ? "≤ " : "≥ ") + number(bar.bar(), 1),
                            bar.met() ? "met" : "**not met**")));
        }
        report.notes().forEach(note -> text.append("\n- ").append(note));
        return text.append('\n').toString();
    }

    private static String header(Report report) {
        Machine machine = report.machine();
        return "%s UTC · %s, %d cores, %,d MB · %s · Java %s · `%s`\n"
                .formatted(
                        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                                .withZone(ZoneOffset.UTC)
                                .format(report.at()),
                        machine.processor(),
                        machine.cores(),
                        machine.memoryMegabytes(),
                        machine.system(),
                        machine.java(),
                        String.join(
                                " ",
                                report.settings().entrySet().stream()
                                        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                                        .toList()));
    }

    private static String subjects(List<SubjectFigures> subjects) {
        StringBuilder text = new StringBuilder("""

                | subject | turns | sustained /s | CPU s per 1,000 | written p50 ms | in Kafka p50 ms | visible p50 ms | visible p99 ms |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """);
        for (SubjectFigures subject : subjects) {
            SubjectFigures.Ranges ranges = subject.ranges();
            text.append(row(
                    subject.name(),
                    Integer.toString(subject.runs().size()),
                    range(ranges.sustainableRate(), 0),
                    range(ranges.costs().application(), 2),
                    range(ranges.writtenP50(), 1),
                    range(ranges.loggedP50(), 1),
                    range(ranges.visibleP50(), 1),
                    range(ranges.visibleP99(), 0)));
        }
        return text.toString();
    }

    private static String costs(
            List<SubjectFigures> subjects, String rate, Function<SubjectFigures.Ranges, Costs> which) {
        StringBuilder text = new StringBuilder("\n| CPU s per 1,000 " + rate
                + " | application | broker | store or database | load generator |\n|---|---:|---:|---:|---:|\n");
        for (SubjectFigures subject : subjects) {
            Costs costs = which.apply(subject.ranges());
            text.append(row(
                    subject.name(),
                    range(costs.application(), 2),
                    range(costs.broker(), 2),
                    range(costs.store(), 2),
                    range(costs.client(), 2)));
        }
        return text.toString();
    }

    private static String range(Range range, int digits) {
        return number(range.median(), digits) + " (" + number(range.lowest(), digits) + "–"
                + number(range.highest(), digits) + ")";
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** {@code rateAgainstLimit} as {@code rate against limit}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(".", ": ").toLowerCase(Locale.ROOT);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
