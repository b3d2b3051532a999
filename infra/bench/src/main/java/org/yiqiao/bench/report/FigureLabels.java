package org.yiqiao.bench.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The labels of ratios, further measures and bars in the tables. */
final class FigureLabels {

    private static final Pattern GROWTH = Pattern.compile("growth\\.(list|lookup|write)(\\d+)");

    private FigureLabels() {}

    /** Returns the label of a figure. A figure without its own label is shown as the words of its name. */
    static String of(String figure) {
        Matcher growth = GROWTH.matcher(figure);
        if (growth.matches()) {
            return String.format(
                    Locale.ROOT, "growth: %s at %,d requests", growth.group(1), Long.parseLong(growth.group(2)));
        }
        return switch (figure) {
            case "cpuAgainstOrderedModulith" -> "CPU per request, relative to spring-modulith-ordered";
            case "cpuAtHalfRateAgainstOrderedModulith" ->
                "CPU per request at half rate, relative to spring-modulith-ordered";
            case "cpuAgainstUnorderedModulith" -> "CPU per request, relative to spring-modulith";
            case "cpuAgainstStreamOnly" -> "CPU per request, relative to stream-only";
            case "rateAgainstOrderedModulith" -> "sustained rate, relative to spring-modulith-ordered";
            case "rateAgainstUnorderedModulith" -> "sustained rate, relative to spring-modulith";
            case "rateAgainstStreamOnly" -> "sustained rate, relative to stream-only";
            case "rateAgainstLimitOneByOne" -> "sustained rate, relative to limit-one-by-one";
            case "rateAgainstLimit" -> "sustained rate, relative to limit";
            case "p99MillisAtHalfRate" -> "visible p99 at half rate, in ms";
            case "startUp.firstReadySeconds" -> "start-up: first start";
            case "startUp.readySeconds" -> "start-up: later starts";
            case "startUp.residentMegabytes" -> "start-up: memory";
            case "import.rowsPerSecond" -> "import: rate";
            case "import.seconds" -> "import: time until visible";
            case "import.requestsMemory" -> "import: memory";
            case "rebuild.eventsPerSecond" -> "rebuild: rate";
            case "rebuild.rawLoopEventsPerSecond" -> "rebuild: rate of the raw loop";
            case "rebuild.againstRawLoop" -> "rebuild: rate, relative to the raw loop";
            case "reads.listP50", "reads.listP99" -> "reads: list, " + percentile(figure);
            case "reads.lookupP50", "reads.lookupP99" -> "reads: lookup, " + percentile(figure);
            case "reads.summaryP50", "reads.summaryP99" -> "reads: summary, " + percentile(figure);
            case "brokerPause.accepted" -> "broker pause: accepted requests";
            case "brokerPause.drainSeconds" -> "broker pause: time to drain";
            case "growth.listSlowdown" -> "growth: slowdown of list";
            case "growth.lookupSlowdown" -> "growth: slowdown of lookup";
            case "growth.writeSlowdown" -> "growth: slowdown of write";
            default -> words(figure);
        };
    }

    private static String percentile(String figure) {
        return figure.substring(figure.length() - 3).toLowerCase(Locale.ROOT);
    }

    /** Turns {@code import.rows} into {@code import: rows}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(".", ": ").toLowerCase(Locale.ROOT);
    }
}
