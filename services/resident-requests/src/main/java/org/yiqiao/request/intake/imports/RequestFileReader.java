package org.yiqiao.request.intake.imports;

import java.io.IOException;
import java.time.Instant;

/**
 * Reads a file of requests as a stream of records, independent of its format. Every record of the file is returned
 * once, also a malformed one, so that no row disappears.
 */
interface RequestFileReader extends AutoCloseable {

    /** Returns the properties of the file that the reader found at its start. */
    FileFormat format();

    /** @throws InvalidFileException if the file cannot be read further */
    boolean hasNext() throws InvalidFileException, IOException;

    /** @throws InvalidFileException if the file cannot be read further */
    FileRecord next() throws InvalidFileException, IOException;

    /**
     * Maps a record of this file to a request.
     *
     * @param now times more than a day later are rejected
     * @throws InvalidRowException if the record is malformed or does not describe a valid request
     */
    RequestRow parse(FileRecord row, Instant now) throws InvalidRowException;

    @Override
    void close() throws IOException;
}
