package org.yiqiao.request.intake.imports;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.yiqiao.core.decider.Rejection;

/** Tells XLSX workbooks from other ZIP archives and limits the size of their parts. */
final class WorkbookArchive {

    /** The maximum size of a part, in bytes. A sheet is read as a stream. */
    private static final long MAX_PART_BYTES = 4L << 30;

    /** The maximum size of the texts of a workbook, in bytes. They are kept in memory. */
    private static final long MAX_TEXT_BYTES = 256L << 20;

    private WorkbookArchive() {}

    /** @throws InvalidFileException if the archive is no XLSX workbook, or too large */
    static void requireXlsx(Path file) throws IOException, InvalidFileException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.getEntry("xl/workbook.xml") == null) {
                throw new InvalidFileException(
                        Rejection.invalid("csv.other-format").withDetail("found", kind(archive)));
            }
            for (ZipEntry part : archive.stream().toList()) {
                boolean texts = part.getName().endsWith("sharedStrings.xml");
                if (part.getSize() > (texts ? MAX_TEXT_BYTES : MAX_PART_BYTES)) {
                    throw new InvalidFileException(Rejection.invalid("csv.workbook-too-large"));
                }
            }
        } catch (ZipException | EOFException e) { // the latter for a file that is shorter than its directory
            throw new InvalidFileException(Rejection.invalid("csv.broken-workbook"));
        }
    }

    private static String kind(ZipFile archive) {
        if (archive.getEntry("META-INF/manifest.xml") != null) {
            return "ODS";
        }
        return archive.getEntry("xl/workbook.bin") != null ? "XLSB" : "ZIP";
    }
}
