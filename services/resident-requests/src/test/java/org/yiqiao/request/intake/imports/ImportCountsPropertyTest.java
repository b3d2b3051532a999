package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiqiao.request.intake.imports.ImportReport.ReportedRow;

/** The sum of all counts equals the rows that were read, and no row disappears. */
class ImportCountsPropertyTest {

    /** Templates of rows; each has an id and a minute of its own. The last ones are faulty. */
    private static final List<String> ROWS = List.of(
            "%s,open,Graffiti,,2026-01-01T08:%s:00+08:00,,,34,120.5",
            "%s,closed,Graffiti,,2026-01-01T08:%s:00+08:00,2026-01-02T08:00:00+08:00,,34,120.5",
            "%s,open,Graffiti,,2026-01-01T08:%s:00+08:00,2026-01-03T08:00:00+08:00,,34,120.5",
            "%s,closed,Graffiti,,2026-01-01T08:%s:00+08:00,2026-01-04T08:00:00+08:00,,34,120.5",
            "%s,open,Litter,,2026-01-01T08:%s:00+08:00,,Xinba Road,,",
            "%s,lost,Graffiti,,2026-01-01T08:%s:00+08:00,,,,",
            "%s,open,,,2026-01-01T08:%s:00+08:00,,,,",
            "%s,open,Call 13812345678,,2026-01-01T08:%s:00+08:00,,,,",
            "%s,open,Graffiti,,2026-02-30T08:%s:00+08:00,,,,",
            "%s,closed,Graffiti,,2026-01-01T08:%s:00+08:00,,,,",
            "%s,closed,Graffiti,,2026-01-01T08:%s:00+08:00,2025-12-31T08:00:00+08:00,,,",
            "%s,open,Graffiti,,2026-01-01T08:%s:00+08:00,,,95,120.5",
            "%s,open,Graffiti,,2026-01-01T08:%s:00+08:00,,,34,",
            "%s,open,Graffiti",
            "%s,open,Graffiti,,2026-01-01T08:%s:00+08:00,,,34,120.5,more",
            " ,open,Graffiti%s,,2026-01-01T08:%s:00+08:00,,,,",
            "not an id %s,open,Graffiti,,2026-01-01T08:%s:00+08:00,,,,");

    @Provide
    Arbitrary<List<String>> files() {
        Arbitrary<String> row = Arbitraries.of(ROWS)
                .flatMap(template -> Arbitraries.integers().between(1, 30).flatMap(id -> Arbitraries.of("10", "11")
                        .map(minute -> template.formatted(id, minute))));
        return row.list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 100)
    void everyRowHasOneOutcome(@ForAll("files") List<String> first, @ForAll("files") List<String> second)
            throws IOException {
        try (ImportFixture own = new ImportFixture(Files.createTempDirectory("imports"))) {
            for (List<String> rows : List.of(first, second, second)) {
                String[] lines = rows.toArray(new String[0]);
                ImportReport dryRun = own.dryRun(lines);
                ImportReport report = own.importRows(lines);

                assertThat(report.counts()).isEqualTo(dryRun.counts());
                assertThat(report.counts().read()).isEqualTo(rows.size());
                assertThat(report.rejections()).hasSize((int) report.counts().rejected());
                assertThat(report.conflicts()).hasSize((int) report.counts().conflicts());
                assertThat(report.faults().stream()
                                .mapToLong(ImportReport.FaultCount::count)
                                .sum())
                        .isEqualTo(report.counts().rejected() + report.counts().conflicts());
                assertNoRowDisappears(own, rows, report);
            }
        }
    }

    /** Every row that the report does not name is a request of the store. */
    private static void assertNoRowDisappears(ImportFixture own, List<String> rows, ImportReport report) {
        Set<Long> named = new TreeSet<>();
        List<Long> lines = Stream.concat(report.rejections().stream(), report.conflicts().stream())
                .map(ReportedRow::line)
                .toList();
        named.addAll(lines);
        assertThat(named).hasSameSizeAs(lines);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!named.contains(i + 2L)) {
                ids.add("open311-" + rows.get(i).split(",", 2)[0]);
            }
        }
        assertThat(own.cases.findExistingIds(ids)).containsAll(ids);
    }
}
