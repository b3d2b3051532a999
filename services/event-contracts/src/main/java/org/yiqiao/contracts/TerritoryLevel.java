package org.yiqiao.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** A level of the territory, from the township at the top to the micro-grid. */
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

    TerritoryLevel(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name of the level in files and API responses. */
    public String wireName() {
        return wireName;
    }

    /** Returns the level above, or empty for a township. */
    public Optional<TerritoryLevel> parentLevel() {
        return switch (this) {
            case TOWNSHIP -> Optional.empty();
            case COMMUNITY -> Optional.of(TOWNSHIP);
            case GRID -> Optional.of(COMMUNITY);
            case MICRO_GRID -> Optional.of(GRID);
        };
    }

    public static Optional<TerritoryLevel> parse(String wireName) {
        for (TerritoryLevel level : values()) {
            if (level.wireName.equals(wireName)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
