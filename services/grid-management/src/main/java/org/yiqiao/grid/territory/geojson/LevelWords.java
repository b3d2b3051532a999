package org.yiqiao.grid.territory.geojson;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yiqiao.contracts.TerritoryLevel;

/** The Chinese and English words for a level of the territory, in any case, with dash, underscore, blank or none. */
final class LevelWords {

    private static final Map<String, TerritoryLevel> WORDS = Map.ofEntries(
            Map.entry("township", TerritoryLevel.TOWNSHIP),
            Map.entry("town", TerritoryLevel.TOWNSHIP),
            Map.entry("subdistrict", TerritoryLevel.TOWNSHIP),
            Map.entry("镇街", TerritoryLevel.TOWNSHIP),
            Map.entry("乡镇", TerritoryLevel.TOWNSHIP),
            Map.entry("镇", TerritoryLevel.TOWNSHIP),
            Map.entry("乡", TerritoryLevel.TOWNSHIP),
            Map.entry("街道", TerritoryLevel.TOWNSHIP),
            Map.entry("community", TerritoryLevel.COMMUNITY),
            Map.entry("village", TerritoryLevel.COMMUNITY),
            Map.entry("社区", TerritoryLevel.COMMUNITY),
            Map.entry("村", TerritoryLevel.COMMUNITY),
            Map.entry("村社", TerritoryLevel.COMMUNITY),
            Map.entry("grid", TerritoryLevel.GRID),
            Map.entry("网格", TerritoryLevel.GRID),
            Map.entry("microgrid", TerritoryLevel.MICRO_GRID),
            Map.entry("微网格", TerritoryLevel.MICRO_GRID));

    private LevelWords() {}

    static Optional<TerritoryLevel> parse(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "")));
    }
}
