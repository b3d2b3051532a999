package org.yiqiao.bench.measures;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.report.Figure;

/** One more thing that is measured of Yiqiao, on servers of its own. */
public interface Measure {

    String name();

    Result take(Programs programs) throws Exception;

    /** @param notes what was left out, or measured on something else, and why */
    record Result(List<Figure> figures, List<String> notes) {

        static Result of(Figure... figures) {
            return new Result(List.of(figures), List.of());
        }

        /** @param why there is no figure */
        public static Result without(String why) {
            return new Result(List.of(), List.of(why));
        }
    }

    /**
     * @param data folder of a real city's files, if there is one
     * @param requests with how many in the store the growth of cost ends
     */
    static List<Measure> all(Optional<String> data, int requests) {
        return List.of(
                new StartUp(),
                new CityImport(data.map(Path::of)),
                new Rebuild(),
                new ReadsUnderLoad(),
                new BrokerPause(),
                new Growth(requests));
    }
}
