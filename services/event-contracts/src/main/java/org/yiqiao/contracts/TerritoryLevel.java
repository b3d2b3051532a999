package org.yiqiao.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The levels of a territory, from the top. */
public enum TerritoryLevel {
    @JsonProperty("township")
    TOWNSHIP("township"),
    @JsonProperty("community")
    COMMUNITY("community"),
    @JsonProperty("grid")
    GRID("grid"),
    @JsonProperty("micro-grid")
    MICRO_GRID("micro-grid");

    private final String wireName;

    TerritoryLevel(String word) {
        this.wireName = word;
    }

    /** The level's name in files and answers. */
    public String wireName() {
        return wireName;
    }

    /** The level above, empty for a township. */
    public Optional<TerritoryLevel> parentLevel() {
        return switch (this) {
            case TOWNSHIP -> Optional.empty();
            case COMMUNITY -> Optional.of(TOWNSHIP);
            case GRID -> Optional.of(COMMUNITY);
            case MICRO_GRID -> Optional.of(GRID);
        };
    }

    public static Optional<TerritoryLevel> parse(String word) {
        for (TerritoryLevel level : values()) {
            if (level.wireName.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
