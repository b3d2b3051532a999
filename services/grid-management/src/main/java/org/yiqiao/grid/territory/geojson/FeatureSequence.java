package org.yiqiao.grid.territory.geojson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Splits a GeoJSON text sequence (RFC 8142) into its texts. Each text begins with a record separator. A file without
 * separators has one text on each line, as GDAL writes it by default.
 */
final class FeatureSequence {

    private static final byte RECORD_SEPARATOR = 0x1e;
    private static final byte LINE_FEED = '\n';
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private FeatureSequence() {}

    static boolean startsWithSeparator(byte[] file) {
        int start = contentStart(file);
        return start < file.length && file[start] == RECORD_SEPARATOR;
    }

    /** @throws RejectedException if a text is not JSON; the rejection names its number, from 0 */
    static List<JsonNode> read(byte[] file, JsonMapper json) {
        byte separator = startsWithSeparator(file) ? RECORD_SEPARATOR : LINE_FEED;
        List<JsonNode> texts = new ArrayList<>();
        int start = contentStart(file);
        for (int end = start; end <= file.length; end++) {
            if (end == file.length || file[end] == separator) {
                byte[] text = Arrays.copyOfRange(file, start, end);
                if (!new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
                    texts.add(parse(text, texts.size(), json));
                }
                start = end + 1;
            }
        }
        return texts;
    }

    private static JsonNode parse(byte[] text, int index, JsonMapper json) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new RejectedException(
                    Rejection.malformed("geojson.malformed-text").withDetail("index", index));
        }
    }

    private static int contentStart(byte[] file) {
        return file.length >= BYTE_ORDER_MARK.length
                        && Arrays.equals(file, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
                ? BYTE_ORDER_MARK.length
                : 0;
    }
}
