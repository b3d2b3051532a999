package org.yiqiao.grid.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TerritoryFixture.PLACES;
import static org.yiqiao.grid.TerritoryFixture.TOWN;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.grid.territory.geojson.GeoJsonTerritoryReader;
import org.yiqiao.grid.territory.geojson.ImportParameters;
import org.yiqiao.support.territory.TerritoryMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports damaged files. Each file is accepted or rejected with a code; none ends in an unexpected exception, and none
 * takes long. The ordinary build imports 2,000 files. A run of 100,000 files from seed 20261129 took 33 s of CPU time:
 * 16,634 were accepted, 57,755 rejected with a code, and 25,611 were no JSON. This command repeats it:
 *
 * <pre>./mvnw -pl services/grid-management -am test -Dtest=TerritoryImportFuzzTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.files=100000 -Dfuzz.seed=20261129</pre>
 */
class TerritoryImportFuzzTest {

    private static final int FILES = Integer.getInteger("fuzz.files", 2_000);
    /** CPU time, so that a busy machine does not count. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<Map<String, String>> QUERIES = List.of(
            Map.of(),
            Map.of(),
            Map.of("datum", "gcj02"),
            Map.of("datum", "bd09"),
            Map.of("township", TOWN.code(), "name", "义桥镇"),
            Map.of("level", "grid", "property.parent", "code", "confirm", "moved"));

    private int accepted;
    private int rejected;
    private int malformed;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damagedFileIsAcceptedOrRejectedWithACode() {
        long firstSeed = Long.getLong("fuzz.seed", System.nanoTime());
        for (long seed = firstSeed; seed < firstSeed + FILES; seed++) {
            TerritoryFileMutator mutator = new TerritoryFileMutator(seed, JSON);
            byte[] file = mutator.mutate(PLACES);
            long start = THREADS.getCurrentThreadCpuTime();
            importFile(file, QUERIES.get((int) Math.floorMod(seed, (long) QUERIES.size())), seed);
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                    .as("seed %d", seed)
                    .isLessThan(LONGEST);
        }
        System.out.printf(
                "%,d files from seed %d: %,d accepted, %,d rejected, %,d malformed%n",
                FILES, firstSeed, accepted, rejected, malformed);
        assertThat(accepted).isPositive();
        assertThat(rejected).isPositive();
        assertThat(malformed).isPositive();
    }

    private void importFile(byte[] file, Map<String, String> query, long seed) {
        try {
            ImportParameters parameters = ImportParameters.of(query);
            var places = new GeoJsonTerritoryReader(JSON, parameters).read(file, seed % 7 == 0);
            String township = new TownshipOfFile(
                            new TerritoryMap(PLACES), parameters.township(), parameters.townshipName())
                    .find(places);
            Territory before = seed % 2 == 0 ? Territory.EMPTY : new Territory(PLACES);
            var decision = new ImportTerritory(
                            township, places, parameters.townshipName(), parameters.confirmsRelocation())
                    .decide(before, new DecisionContext<>(AggregateTestScenario.NOW, "operator", TerritoryMap.EMPTY));
            if (decision instanceof Decision.Accepted<?>) {
                Territory after = before.withPlaces(places);
                new TerritoryGapFinder(after).find(after.placesByCode().keySet());
                new TerritoryMap(after.places()).locate(new Point(33.5, 121.5));
                accepted++;
            } else {
                rejected++;
            }
        } catch (RejectedException withCode) {
            rejected++;
        } catch (JacksonException notJson) {
            malformed++;
        } catch (RuntimeException | StackOverflowError unexpected) {
            throw new AssertionError("Seed " + seed + ": " + new String(file, StandardCharsets.UTF_8), unexpected);
        }
    }
}
