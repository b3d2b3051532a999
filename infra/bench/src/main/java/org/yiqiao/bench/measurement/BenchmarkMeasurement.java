package org.yiqiao.bench.measurement;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;

/** A further measurement of Yiqiao, on its own servers. */
public interface BenchmarkMeasurement {

    String name();

    MeasurementResult run(BenchmarkProcessLauncher launcher) throws Exception;

    /** @param notes omissions and replacements, with their reasons */
    record MeasurementResult(List<BenchmarkFigure> figures, List<String> notes) {

        static MeasurementResult of(BenchmarkFigure... figures) {
            return new MeasurementResult(List.of(figures), List.of());
        }

        /** @param reason explains the missing figures */
        public static MeasurementResult withoutFigures(String reason) {
            return new MeasurementResult(List.of(), List.of(reason));
        }
    }

    /**
     * Returns all further measurements in their order.
     *
     * @param data folder with the files of a real city, if there is one
     * @param requests number of stored requests at which the measurement of growth ends
     */
    static List<BenchmarkMeasurement> all(Optional<String> data, int requests) {
        return List.of(
                new StartUpMeasurement(),
                new CityImportMeasurement(data.map(Path::of)),
                new RebuildMeasurement(),
                new ReadsUnderLoadMeasurement(),
                new BrokerPauseMeasurement(),
                new LatencyGrowthMeasurement(requests));
    }
}
