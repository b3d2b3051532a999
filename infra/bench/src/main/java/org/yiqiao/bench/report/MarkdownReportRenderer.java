package org.yiqiao.bench.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yiqiao.bench.machine.MachineInfo;

/** Renders a report as Markdown with third-level headings, for the page of figures and for the console. */
public final class MarkdownReportRenderer {

    private static final int WIDTH = 120;

    /** A word ends at a space, except for spaces between two backticks. */
    private static final Pattern WORD = Pattern.compile("(?:`[^`]*`|\\S)+");

    private MarkdownReportRenderer() {}

    public static String render(BenchmarkReport report) {
        StringBuilder text = new StringBuilder();
        text.append(header(report));
        if (!report.subjects().isEmpty()) {
            text.append(throughput(report.subjects()))
                    .append(latency(report.subjects()))
                    .append(costs(report.subjects(), "the common rate", SubjectFigures.FigureRanges::costs))
                    .append(costs(
                            report.subjects(),
                            "half of the sustained rate",
                            SubjectFigures.FigureRanges::costsAtHalfRate));
        }
        if (!report.ratios().isEmpty()) {
            text.append("\n### Yiqiao relative to the other subjects\n\n| quantity | ratio |\n|---|---:|\n");
            report.ratios().forEach((name, ratio) -> text.append(row(FigureLabels.of(name), number(ratio, 2))));
        }
        if (!report.measures().isEmpty()) {
            text.append("\n### Further measures of Yiqiao\n\n| measure | figure | unit |\n|---|---:|---|\n");
            report.measures()
                    .forEach(measure -> text.append(
                            row(FigureLabels.of(measure.name()), number(measure.value(), 2), measure.unit())));
        }
        if (!report.bars().isEmpty()) {
            text.append("\n### Bars\n\n| bar | figure | required | result |\n|---|---:|---:|---|\n");
            report.bars()
                    .forEach(bar -> text.append(row(
                            FigureLabels.of(bar.figure()),
                            number(bar.value(), 2),
                            (bar.atMost() ? "≤ " : "≥ ") + number(bar.bar(), 1),
                            bar.met() ? "met" : "**not met**")));
        }
        if (!report.notes().isEmpty()) {
            text.append("\n### Notes\n\n");
            report.notes().forEach(note -> text.append(wrapped("- ", note)));
        }
        return text.append('\n').toString();
    }

    private static String header(BenchmarkReport report) {
        MachineInfo machine = report.machine();
        return "\n"
                + wrapped(
                        "",
                        "%s UTC · %s, %d cores, %,d MB · %s · Java %s · settings %s"
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
                                                        .map(entry ->
                                                                "`-D" + entry.getKey() + "=" + entry.getValue() + "`")
                                                        .toList())));
    }

    private static String throughput(List<SubjectFigures> subjects) {
        StringBuilder text = new StringBuilder("""

                ### Sustained rate and cost

                Each figure is the median of the turns, followed by the lowest and the highest.
                The cost is the CPU time of the subject's own processes at the common rate.

                | subject | turns | sustained requests/s | CPU s per 1,000 requests |
                |---|---:|---:|---:|
                """);
        for (SubjectFigures subject : subjects) {
            text.append(row(
                    subject.name(),
                    Integer.toString(subject.runs().size()),
                    range(subject.ranges().sustainableRate(), 0),
                    range(subject.ranges().costs().application(), 2)));
        }
        return text.toString();
    }

    private static String latency(List<SubjectFigures> subjects) {
        StringBuilder text = new StringBuilder("""

                ### Latency in ms at half of the sustained rate

                | subject | written p50 | in Kafka p50 | visible p50 | visible p99 |
                |---|---:|---:|---:|---:|
                """);
        for (SubjectFigures subject : subjects) {
            SubjectFigures.FigureRanges ranges = subject.ranges();
            text.append(row(
                    subject.name(),
                    range(ranges.writtenP50(), 1),
                    range(ranges.loggedP50(), 1),
                    range(ranges.visibleP50(), 1),
                    range(ranges.visibleP99(), 0)));
        }
        return text.toString();
    }

    private static String costs(
            List<SubjectFigures> subjects,
            String rate,
            Function<SubjectFigures.FigureRanges, CpuCostRanges> costRanges) {
        StringBuilder text = new StringBuilder("\n### CPU s per 1,000 requests at " + rate
                + "\n\n| subject | application | broker | store or database | load generator |"
                + "\n|---|---:|---:|---:|---:|\n");
        for (SubjectFigures subject : subjects) {
            CpuCostRanges costs = costRanges.apply(subject.ranges());
            text.append(row(
                    subject.name(),
                    range(costs.application(), 2),
                    range(costs.broker(), 2),
                    range(costs.store(), 2),
                    range(costs.client(), 2)));
        }
        return text.toString();
    }

    private static String range(MedianRange range, int digits) {
        return number(range.median(), digits) + " (" + number(range.lowest(), digits) + "–"
                + number(range.highest(), digits) + ")";
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Wraps a text at 120 columns. Later lines are indented by the length of the prefix. */
    private static String wrapped(String prefix, String text) {
        String indent = " ".repeat(prefix.length());
        List<String> lines = new ArrayList<>();
        String line = prefix;
        for (String word : WORD.matcher(text).results().map(MatchResult::group).toList()) {
            if (line.length() == indent.length()) {
                line += word;
            } else if (line.length() + 1 + word.length() <= WIDTH) {
                line += " " + word;
            } else {
                lines.add(line);
                line = indent + word;
            }
        }
        lines.add(line);
        return String.join("\n", lines) + "\n";
    }
}
