package org.yiqiao.bench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.yiqiao.bench.machine.Machine;

/**
 * Everything that a run found.
 *
 * @param settings the properties that it was run with
 * @param ratios of one subject's figure to another's, where both were measured
 * @param notes what was left out, and why
 */
public record Report(
        Instant at,
        Machine machine,
        Map<String, String> settings,
        List<SubjectFigures> subjects,
        Map<String, Double> ratios,
        List<Figure> measures,
        List<Bar> bars,
        List<String> notes) {

    private static final String US = "yiqiao";

    public static Report of(
            Machine machine,
            Map<String, String> settings,
            List<SubjectFigures> subjects,
            List<Figure> measures,
            List<String> notes) {
        Map<String, Double> ratios = ratios(subjects);
        return new Report(
                Instant.now(), machine, settings, subjects, ratios, measures, bars(subjects, ratios, measures), notes);
    }

    private static Map<String, Double> ratios(List<SubjectFigures> subjects) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        put(
                ratios,
                "cpuAgainstOrderedModulith",
                subjects,
                "spring-modulith-ordered",
                SubjectFigures::cpuSecondsPer1000);
        put(
                ratios,
                "cpuAtHalfRateAgainstOrderedModulith",
                subjects,
                "spring-modulith-ordered",
                SubjectFigures::cpuSecondsPer1000AtHalfRate);
        put(ratios, "cpuAgainstUnorderedModulith", subjects, "spring-modulith", SubjectFigures::cpuSecondsPer1000);
        put(ratios, "cpuAgainstStreamOnly", subjects, "stream-only", SubjectFigures::cpuSecondsPer1000);
        put(ratios, "rateAgainstOrderedModulith", subjects, "spring-modulith-ordered", SubjectFigures::sustainableRate);
        put(ratios, "rateAgainstUnorderedModulith", subjects, "spring-modulith", SubjectFigures::sustainableRate);
        put(ratios, "rateAgainstStreamOnly", subjects, "stream-only", SubjectFigures::sustainableRate);
        put(ratios, "rateAgainstLimitOneByOne", subjects, "limit-one-by-one", SubjectFigures::sustainableRate);
        put(ratios, "rateAgainstLimit", subjects, "limit", SubjectFigures::sustainableRate);
        return ratios;
    }

    private static void put(
            Map<String, Double> ratios,
            String name,
            List<SubjectFigures> subjects,
            String other,
            ToDoubleFunction<SubjectFigures> figure) {
        subject(subjects, US).ifPresent(us -> subject(subjects, other)
                .filter(them -> figure.applyAsDouble(them) > 0)
                .ifPresent(them -> ratios.put(name, figure.applyAsDouble(us) / figure.applyAsDouble(them))));
    }

    private static List<Bar> bars(List<SubjectFigures> subjects, Map<String, Double> ratios, List<Figure> measures) {
        Map<String, Double> figures = new LinkedHashMap<>(ratios);
        subject(subjects, US).ifPresent(us -> figures.put("p99MillisAtHalfRate", us.p99Millis()));
        measures.forEach(measure -> figures.put(measure.name(), measure.value()));
        List<Bar> bars = new ArrayList<>();
        figures.forEach((figure, value) -> {
            switch (figure) {
                case "cpuAgainstOrderedModulith" -> bars.add(Bar.atMost(figure, value, 0.5));
                case "rateAgainstOrderedModulith" -> bars.add(Bar.atLeast(figure, value, 3));
                case "rateAgainstUnorderedModulith" -> bars.add(Bar.atLeast(figure, value, 1.5));
                case "rateAgainstLimit" -> bars.add(Bar.atLeast(figure, value, 0.4));
                case "p99MillisAtHalfRate" -> bars.add(Bar.atMost(figure, value, 150));
                case "rebuild.againstRawLoop" -> bars.add(Bar.atLeast(figure, value, 0.6));
                case "startUp.readySeconds" -> bars.add(Bar.atMost(figure, value, 10));
                case "growth.listSlowdown", "growth.lookupSlowdown", "growth.writeSlowdown" ->
                    bars.add(Bar.atMost(figure, value, 1.5));
                default -> {}
            }
        });
        return bars;
    }

    private static Optional<SubjectFigures> subject(List<SubjectFigures> subjects, String name) {
        return subjects.stream().filter(subject -> subject.name().equals(name)).findFirst();
    }
}
