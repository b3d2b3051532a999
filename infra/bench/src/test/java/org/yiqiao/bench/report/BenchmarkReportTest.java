package org.yiqiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiqiao.bench.comparison.SubjectRoundResult;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.load.LoadResult.Quantiles;
import org.yiqiao.bench.machine.MachineInfo;

class BenchmarkReportTest {

    private static final MachineInfo MACHINE = new MachineInfo("a processor", 2, 8_000, "an operating system", "25");

    @Test
    void subjectFiguresAreMediansOfItsRounds() {
        SubjectFigures figures =
                SubjectFigures.of("yiqiao", List.of(roundResult(900, 1), roundResult(100, 9), roundResult(500, 2)));

        assertThat(figures.sustainableRate()).isEqualTo(500);
        assertThat(figures.cpuSecondsPer1000()).isEqualTo(2);
        assertThat(figures.ranges().sustainableRate()).isEqualTo(new MedianRange(500, 100, 900));
    }

    @Test
    void targetsAreEvaluatedAgainstFigures() {
        BenchmarkReport report = report(
                List.of(
                        SubjectFigures.of("yiqiao", List.of(roundResult(900, 1))),
                        SubjectFigures.of("spring-modulith-ordered", List.of(roundResult(400, 2.5)))),
                List.of(new BenchmarkFigure("startUp.readySeconds", 10.5, "s")));

        assertThat(report.ratios().get("rateAgainstOrderedModulith")).isEqualTo(2.25, within(1e-9));
        assertThat(report.ratios().get("cpuAgainstOrderedModulith")).isEqualTo(0.4, within(1e-9));
        assertThat(report.ratios().get("cpuAtHalfRateAgainstOrderedModulith")).isEqualTo(0.16, within(1e-9));
        assertThat(report.bars())
                .extracting(PerformanceTarget::figure, PerformanceTarget::met)
                .containsExactlyInAnyOrder(
                        tuple("cpuAgainstOrderedModulith", true),
                        tuple("rateAgainstOrderedModulith", false),
                        tuple("p99MillisAtHalfRate", true),
                        tuple("startUp.readySeconds", false));
    }

    @Test
    void missingSubjectHasNoRatioAndNoTarget() {
        BenchmarkReport report = report(List.of(SubjectFigures.of("limit", List.of(roundResult(900, 1)))), List.of());

        assertThat(report.ratios()).isEmpty();
        assertThat(report.bars()).isEmpty();
    }

    @Test
    void tablesListEverySubjectMeasurementAndTarget() {
        String tables = MarkdownReportRenderer.render(report(
                List.of(
                        SubjectFigures.of("yiqiao", List.of(roundResult(1_234, 2))),
                        SubjectFigures.of("limit", List.of(roundResult(9_000, 1)))),
                List.of(new BenchmarkFigure("brokerPause.drainSeconds", 2.25, "s"))));

        assertThat(tables)
                .contains(
                        "| yiqiao | 1 | 1,234 (1,234–1,234) | 2.00 (2.00–2.00) |",
                        "| limit | 1 |",
                        "### CPU s per 1,000 requests at the common rate",
                        "### CPU s per 1,000 requests at half of the sustained rate",
                        "| yiqiao | 4.00 (4.00–4.00) | 1.00 (1.00–1.00) |",
                        "| broker pause: time to drain | 2.25 | s |")
                .contains("| bar | figure | required | result |")
                .contains("| sustained rate, relative to limit | 0.14 | ≥ 0.4 | **not met** |");
    }

    @Test
    void figureWithoutLabelIsShownAsWordsOfItsName() {
        String tables = MarkdownReportRenderer.render(report(
                List.of(),
                List.of(
                        new BenchmarkFigure("import.someFigure", 1, "s"),
                        new BenchmarkFigure("growth.list10000", 2, "ms"))));

        assertThat(tables).contains("| import: some figure | 1.00 | s |", "| growth: list at 10,000 requests | 2.00 |");
    }

    @Test
    void linesOfTablesAndNotesHaveAtMost120Columns() {
        SubjectRoundResult wide = roundResult(99_999.9, 99.99);
        String note = "a note of many words ".repeat(20) + "with `-Dsome.property=a value`";
        BenchmarkReport report = BenchmarkReport.of(
                MACHINE,
                Map.of("bench.only", "limit,limit-one-by-one,spring-modulith", "bench.measures", "x".repeat(60)),
                List.of(SubjectFigures.of("spring-modulith-ordered", List.of(wide, wide))),
                List.of(),
                List.of(note));

        assertThat(MarkdownReportRenderer.render(report).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(MarkdownReportRenderer.render(report)).contains("\n- a note", "\n  ", "`-Dsome.property=a value`");
    }

    private static BenchmarkReport report(List<SubjectFigures> subjects, List<BenchmarkFigure> measures) {
        return BenchmarkReport.of(MACHINE, Map.of("bench.rounds", "1"), subjects, measures, List.of());
    }

    private static SubjectRoundResult roundResult(double rate, double cpu) {
        Quantiles quantiles = new Quantiles(5, 10, 20, 40);
        LoadResult load = new LoadResult(rate, 100, 100, 100, 0, 50, 0, quantiles, quantiles, quantiles, 0);
        return new SubjectRoundResult(
                rate,
                new SubjectRoundResult.CpuCost(cpu, 1, 1, 1, load),
                new SubjectRoundResult.CpuCost(cpu * cpu, 1, 1, 1, load),
                List.of(load));
    }
}
