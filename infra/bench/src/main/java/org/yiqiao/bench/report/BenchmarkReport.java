package org.yiqiao.bench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.yiqiao.bench.machine.MachineInfo;

/**
 * All figures of a run.
 *
 * @param settings properties of the run
 * @param ratios Yiqiao's figures divided by those of another subject, if both were measured
 * @param notes omissions, with their reasons
 */
public record BenchmarkReport(
        Instant at,
        MachineInfo machine,
        Map<String, String> settings,
        List<SubjectFigures> subjects,
        Map<String, Double> ratios,
        List<BenchmarkFigure> measures,
        List<PerformanceTarget> bars,
        List<String> notes) {

    private static final String YIQIAO = "yiqiao";

    public static BenchmarkReport of(
            MachineInfo machine,
            Map<String, String> settings,
            List<SubjectFigures> subjects,
            List<BenchmarkFigure> measures,
            List<String> notes) {
        Map<String, Double> ratios = ratios(subjects);
        return new BenchmarkReport(
                Instant.now(), machine, settings, subjects, ratios, measures, bars(subjects, ratios, measures), notes);
    }

    private static Map<String, Double> ratios(List<SubjectFigures> subjects) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        putRatio(
                ratios,
                "cpuAgainstOrderedModulith",
                subjects,
                "spring-modulith-ordered",
                SubjectFigures::cpuSecondsPer1000);
        putRatio(
                ratios,
                "cpuAtHalfRateAgainstOrderedModulith",
                subjects,
                "spring-modulith-ordered",
                SubjectFigures::cpuSecondsPer1000AtHalfRate);
        putRatio(ratios, "cpuAgainstUnorderedModulith", subjects, "spring-modulith", SubjectFigures::cpuSecondsPer1000);
        putRatio(ratios, "cpuAgainstStreamOnly", subjects, "stream-only", SubjectFigures::cpuSecondsPer1000);
        putRatio(
                ratios,
                "rateAgainstOrderedModulith",
                subjects,
                "spring-modulith-ordered",
                SubjectFigures::sustainableRate);
        putRatio(ratios, "rateAgainstUnorderedModulith", subjects, "spring-modulith", SubjectFigures::sustainableRate);
        putRatio(ratios, "rateAgainstStreamOnly", subjects, "stream-only", SubjectFigures::sustainableRate);
        putRatio(ratios, "rateAgainstLimitOneByOne", subjects, "limit-one-by-one", SubjectFigures::sustainableRate);
        putRatio(ratios, "rateAgainstLimit", subjects, "limit", SubjectFigures::sustainableRate);
        return ratios;
    }

    private static void putRatio(
            Map<String, Double> ratios,
            String name,
            List<SubjectFigures> subjects,
            String other,
            ToDoubleFunction<SubjectFigures> figure) {
        subject(subjects, YIQIAO).ifPresent(yiqiao -> subject(subjects, other)
                .filter(peer -> figure.applyAsDouble(peer) > 0)
                .ifPresent(peer -> ratios.put(name, figure.applyAsDouble(yiqiao) / figure.applyAsDouble(peer))));
    }

    private static List<PerformanceTarget> bars(
            List<SubjectFigures> subjects, Map<String, Double> ratios, List<BenchmarkFigure> measures) {
        Map<String, Double> figures = new LinkedHashMap<>(ratios);
        subject(subjects, YIQIAO).ifPresent(yiqiao -> figures.put("p99MillisAtHalfRate", yiqiao.p99Millis()));
        measures.forEach(measure -> figures.put(measure.name(), measure.value()));
        List<PerformanceTarget> bars = new ArrayList<>();
        figures.forEach((figure, value) -> {
            switch (figure) {
                case "cpuAgainstOrderedModulith" -> bars.add(PerformanceTarget.atMost(figure, value, 0.5));
                case "rateAgainstOrderedModulith" -> bars.add(PerformanceTarget.atLeast(figure, value, 3));
                case "rateAgainstUnorderedModulith" -> bars.add(PerformanceTarget.atLeast(figure, value, 1.5));
                case "rateAgainstLimit" -> bars.add(PerformanceTarget.atLeast(figure, value, 0.4));
                case "p99MillisAtHalfRate" -> bars.add(PerformanceTarget.atMost(figure, value, 150));
                case "rebuild.againstRawLoop" -> bars.add(PerformanceTarget.atLeast(figure, value, 0.6));
                case "startUp.readySeconds" -> bars.add(PerformanceTarget.atMost(figure, value, 10));
                case "growth.listSlowdown", "growth.lookupSlowdown", "growth.writeSlowdown" ->
                    bars.add(PerformanceTarget.atMost(figure, value, 1.5));
                default -> {}
            }
        });
        return bars;
    }

    private static Optional<SubjectFigures> subject(List<SubjectFigures> subjects, String name) {
        return subjects.stream().filter(subject -> subject.name().equals(name)).findFirst();
    }
}
