package org.yiqiao.bench.subject;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yiqiao.bench.load.ArrivalSchedule;
import org.yiqiao.bench.load.LoadRecorder;
import org.yiqiao.bench.load.RequestSender;
import org.yiqiao.bench.process.ChildProcess;

/**
 * Tells a program its arrivals in one line; the program makes the requests itself at these times. It answers with one
 * line for each sample as it is written, and a last one with the sums.
 */
final class PipedRequestSender implements RequestSender {

    private final BufferedWriter orders;
    private final BufferedReader answers;
    private int offered;

    PipedRequestSender(ChildProcess program) {
        orders = program.input();
        answers = program.output();
    }

    @Override
    public void send(LoadRecorder ledger) {
        ArrivalSchedule arrivals = ledger.schedule();
        try {
            orders.write("%d %s %d %d %d%n"
                    .formatted(
                            arrivals.startTime(),
                            arrivals.rate(),
                            arrivals.count(),
                            arrivals.sampleInterval(),
                            offered));
            orders.flush();
            offered += arrivals.count();
            String[] answer = readAnswer();
            for (; answer[0].equals("sample"); answer = readAnswer()) {
                ledger.recordAnswer(Integer.parseInt(answer[1]), answer[2], Long.parseLong(answer[3]));
            }
            ledger.recordUnsampledAnswers(Long.parseLong(answer[1]), Long.parseLong(answer[2]));
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

    private String[] readAnswer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The program ended");
        }
        return line.split(" ", -1);
    }
}
