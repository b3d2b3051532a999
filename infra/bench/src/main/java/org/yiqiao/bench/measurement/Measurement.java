package org.yiqiao.bench.measurement;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;

/** One more thing that is measured of Yiqiao, on servers of its own. */
public interface Measurement {

    String name();

    MeasurementResult run(ProgramLauncher programs) throws Exception;

    /** @param notes what was left out, or measured on something else, and why */
    record MeasurementResult(List<BenchmarkFigure> figures, List<String> notes) {

        static MeasurementResult of(BenchmarkFigure... figures) {
            return new MeasurementResult(List.of(figures), List.of());
        }

        /** @param why there is no figure */
        public static MeasurementResult withoutFigures(String why) {
            return new MeasurementResult(List.of(), List.of(why));
        }
    }

    /**
     * @param data folder of a real city's files, if there is one
     * @param requests with how many in the store the growth of cost ends
     */
    static List<Measurement> all(Optional<String> data, int requests) {
        return List.of(
                new StartUpMeasurement(),
                new CityImportMeasurement(data.map(Path::of)),
                new RebuildMeasurement(),
                new ReadsUnderLoadMeasurement(),
                new BrokerPauseMeasurement(),
                new StoreGrowthMeasurement(requests));
    }
}
