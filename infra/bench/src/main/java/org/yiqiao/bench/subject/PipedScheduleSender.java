package org.yiqiao.bench.subject;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yiqiao.bench.load.ArrivalSchedule;
import org.yiqiao.bench.load.LoadRecorder;
import org.yiqiao.bench.load.LoadSender;
import org.yiqiao.bench.process.ChildProcess;

/**
 * Sends the arrival schedule to a program in one line of its input. The program creates the requests itself at these
 * times. It results with one line for each written sample, and a last line with the totals.
 */
final class PipedScheduleSender implements LoadSender {

    private final BufferedWriter schedules;
    private final BufferedReader results;
    private int sentRequests;

    PipedScheduleSender(ChildProcess program) {
        schedules = program.input();
        results = program.output();
    }

    @Override
    public void send(LoadRecorder recorder) {
        ArrivalSchedule arrivals = recorder.schedule();
        try {
            schedules.write("%d %s %d %d %d%n"
                    .formatted(
                            arrivals.startTime(),
                            arrivals.rate(),
                            arrivals.count(),
                            arrivals.sampleInterval(),
                            sentRequests));
            schedules.flush();
            sentRequests += arrivals.count();
            String[] result = readResult();
            for (; result[0].equals("sample"); result = readResult()) {
                recorder.recordAnswer(Integer.parseInt(result[1]), result[2], Long.parseLong(result[3]));
            }
            recorder.recordUnsampledAnswers(Long.parseLong(result[1]), Long.parseLong(result[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            schedules.close();
            results.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] readResult() throws IOException {
        String line = results.readLine();
        if (line == null) {
            throw new IOException("The program ended before its last result");
        }
        return line.split(" ", -1);
    }
}
