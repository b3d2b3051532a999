package org.yiqiao.request.intake.imports;

import java.util.ArrayList;
import java.util.List;
import org.yiqiao.request.cases.ImportExternalRequest;
import org.yiqiao.request.cases.SourceStatus;
import org.yiqiao.request.cases.UpdateFromSource;

/** The rows of a batch that describe the same request, in the order of the file. */
final class RequestRows {

    private final List<RequestRow> rows = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();

    /** @param position position of the row in its batch */
    void add(int position, RequestRow row) {
        positions.add(position);
        rows.add(row);
    }

    /** Returns the positions of the rows in their batch. */
    List<Integer> positions() {
        return positions;
    }

    /** @param home scopes of the importing operator's posts */
    ImportExternalRequest toCreation(List<String> home) {
        RequestRow first = rows.getFirst();
        return new ImportExternalRequest(
                first.externalId(),
                first.service(),
                first.serviceCode(),
                description(first),
                first.address(),
                first.location(),
                first.placeCode(),
                first.requestedAt(),
                first.closedAt(),
                statuses(rows.subList(1, rows.size())),
                home);
    }

    UpdateFromSource toUpdate() {
        return new UpdateFromSource(rows.getFirst().requestedAt(), statuses(rows));
    }

    /** Appends the address of the picture, which can be as personal as the description. */
    private static String description(RequestRow row) {
        return row.mediaUrl() == null ? row.description() : (row.description() + "\n" + row.mediaUrl()).strip();
    }

    private static List<SourceStatus> statuses(List<RequestRow> rows) {
        return rows.stream().map(ImportRow::statusOf).toList();
    }
}
