package org.yiqiao.bench.subject;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yiqiao.bench.load.Arrivals;
import org.yiqiao.bench.load.Drive;
import org.yiqiao.bench.load.Ledger;
import org.yiqiao.bench.process.ChildProcess;

/**
 * Tells a program its arrivals in one line; the program makes the requests itself at these times. It answers with one
 * line for each sample as it is written, and a last one with the sums.
 */
final class PipedDrive implements Drive {

    private final BufferedWriter orders;
    private final BufferedReader answers;
    private int offered;

    PipedDrive(ChildProcess program) {
        orders = program.input();
        answers = program.output();
    }

    @Override
    public void offer(Ledger ledger) {
        Arrivals arrivals = ledger.arrivals();
        try {
            orders.write("%d %s %d %d %d%n"
                    .formatted(arrivals.start(), arrivals.rate(), arrivals.count(), arrivals.sampleEvery(), offered));
            orders.flush();
            offered += arrivals.count();
            String[] answer = next();
            for (; answer[0].equals("sample"); answer = next()) {
                ledger.answered(Integer.parseInt(answer[1]), answer[2], Long.parseLong(answer[3]));
            }
            ledger.answeredApartFromSamples(Long.parseLong(answer[1]), Long.parseLong(answer[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            orders.close();
            answers.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] next() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The program ended");
        }
        return line.split(" ", -1);
    }
}
