package org.yiqiao.request.intake.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading when more has come out of a file than any file of requests has. */
final class SizeLimitedInputStream extends FilterInputStream {

    private final long most;
    private long read;

    SizeLimitedInputStream(InputStream text, long most) {
        super(text);
        this.most = most;
    }

    /** There is more text than is taken. */
    static final class SizeLimitExceededException extends IOException {
        SizeLimitExceededException(long most) {
            super("More than " + most + " bytes of text");
        }
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) throws SizeLimitExceededException {
        read += bytes;
        if (read > most) {
            throw new SizeLimitExceededException(most);
        }
    }
}
