package org.yiqiao.request.intake.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An input stream that throws {@link SizeLimitExceededException} when a file contains more bytes than any file of
 * requests has.
 */
final class SizeLimitedInputStream extends FilterInputStream {

    private final long maxBytes;
    private long read;

    SizeLimitedInputStream(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    /** Thrown if the text is longer than the limit. */
    static final class SizeLimitExceededException extends IOException {
        SizeLimitExceededException(long maxBytes) {
            super("The text is longer than " + maxBytes + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) throws SizeLimitExceededException {
        read += bytes;
        if (read > maxBytes) {
            throw new SizeLimitExceededException(maxBytes);
        }
    }
}
