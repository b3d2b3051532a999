package org.yiqiao.request.intake.imports;

import java.nio.charset.Charset;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.yiqiao.support.territory.MapDatum;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of a client for reading one file.
 *
 * @param mapping the mapping of columns and values, as it is when the upload is accepted
 * @param zone zone of local dates and times
 * @param dateOrder order of day and month in dates such as {@code 11/12/2026}; null if such dates are rejected
 * @param charset declared character set, null if it is detected
 * @param separator declared separator of fields, null if it is detected
 * @param sheet name of the sheet of a workbook, null for the first sheet
 * @param datum datum of the coordinates; null for WGS 84, and in options of earlier versions
 */
record FileOptions(
        ImportMapping mapping,
        ZoneId zone,
        @Nullable DateOrder dateOrder,
        @Nullable Charset charset,
        @Nullable Character separator,
        @Nullable String sheet,
        @Nullable MapDatum datum) {

    static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Creates options for coordinates in WGS 84. */
    FileOptions(
            ImportMapping mapping,
            ZoneId zone,
            @Nullable DateOrder dateOrder,
            @Nullable Charset charset,
            @Nullable Character separator,
            @Nullable String sheet) {
        this(mapping, zone, dateOrder, charset, separator, sheet, null);
    }

    /** Reads the columns of Open311 and detects the rest. */
    static FileOptions open311() {
        return new FileOptions(BuiltInMappings.OPEN311, DEFAULT_ZONE, null, null, null, null);
    }

    /** Returns the form in which the report of an import stores its options. */
    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** @param json the stored options; null in reports of earlier versions, which read Open311 only */
    static FileOptions fromJson(@Nullable String json) {
        return json == null ? open311() : JSON.readValue(json, FileOptions.class);
    }
}
