package org.yiqiao.request.intake.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.yiqiao.core.decider.Rejection;

/** The kind of a file, as recognized by its first bytes. */
enum FileSignature {
    TEXT,
    GZIP,
    ZIP,
    /** A workbook of Excel 97-2003, or any workbook with a password. */
    OLE,
    PDF,
    HTML,
    XML,
    JSON;

    /** The number of bytes that are examined. */
    static final int LENGTH = 64;

    static FileSignature of(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, LENGTH), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OLE;
        }
        if (start.startsWith("%PDF")) {
            return PDF;
        }
        return ofText(start.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT));
    }

    private static FileSignature ofText(String start) {
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<table")) {
            return HTML;
        }
        if (start.startsWith("<?xml")) {
            return XML;
        }
        return start.startsWith("{") || start.startsWith("[{") ? JSON : TEXT;
    }

    boolean isCompressed() {
        return this == GZIP || this == ZIP;
    }

    /** @throws InvalidFileException if a file of this kind is no delimited text */
    void requireText() throws InvalidFileException {
        if (this == OLE) {
            throw new InvalidFileException(Rejection.invalid("csv.old-workbook"));
        }
        if (this != TEXT) {
            throw new InvalidFileException(Rejection.invalid("csv.other-format").withDetail("found", name()));
        }
    }
}
