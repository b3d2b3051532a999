package org.yiqiao.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The levels of a territory, from the top. */
public enum Level {
    @JsonProperty("township")
    TOWNSHIP("township"),
    @JsonProperty("community")
    COMMUNITY("community"),
    @JsonProperty("grid")
    GRID("grid"),
    @JsonProperty("micro-grid")
    MICRO_GRID("micro-grid");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The level's name in files and answers. */
    public String word() {
        return word;
    }

    /** The level above, empty for a township. */
    public Optional<Level> above() {
        return switch (this) {
            case TOWNSHIP -> Optional.empty();
            case COMMUNITY -> Optional.of(TOWNSHIP);
            case GRID -> Optional.of(COMMUNITY);
            case MICRO_GRID -> Optional.of(GRID);
        };
    }

    public static Optional<Level> of(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
