package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyEncoderTest {

    @Test
    void keysSortLikeTheValues() {
        long seed = System.nanoTime();
        List<@Nullable Object> values = values(new Random(seed));
        for (Object a : values) {
            for (Object b : values) {
                assertThat(Integer.signum(KeyEncoder.keyOf(a).compareTo(KeyEncoder.keyOf(b))))
                        .as("seed %d: %s and %s", seed, a, b)
                        .isEqualTo(Integer.signum(ValueComparator.asc().compare(a, b)));
            }
        }
    }

    @Test
    void descendingKeysSortInReverse() {
        List<@Nullable Object> values = values(new Random(1));
        for (Object a : values) {
            for (Object b : values) {
                int descending = descending(a).compareTo(descending(b));
                assertThat(Integer.signum(descending))
                        .isEqualTo(-Integer.signum(KeyEncoder.keyOf(a).compareTo(KeyEncoder.keyOf(b))));
            }
        }
    }

    @Test
    void noKeyIsAPrefixOfAnother() {
        Set<KeyBytes> keys = new HashSet<>();
        values(new Random(2)).forEach(value -> keys.add(KeyEncoder.keyOf(value)));
        for (KeyBytes a : keys) {
            for (KeyBytes b : keys) {
                boolean isPrefix = a.length() < b.length() && Arrays.mismatch(a.bytes(), b.bytes()) == a.length();
                assertThat(isPrefix).as("%s is a prefix of %s", a, b).isFalse();
            }
        }
    }

    @Test
    void equalNumbersOfDifferentTypesHaveTheSameKey() {
        assertThat(KeyEncoder.keyOf(1)).isEqualTo(KeyEncoder.keyOf(1L)).isEqualTo(KeyEncoder.keyOf(1.0));
        assertThat(KeyEncoder.keyOf(-0.0)).isEqualTo(KeyEncoder.keyOf(0));
        assertThat(KeyEncoder.keyOf(null)).isEqualTo(KeyEncoder.keyOf(Missing.getInstance()));
    }

    @Test
    void longsBeyondDoublePrecisionHaveDifferentKeys() {
        long big = (1L << 53) + 1;
        assertThat(KeyEncoder.keyOf(big - 1)).isLessThan(KeyEncoder.keyOf(big));
        assertThat(KeyEncoder.keyOf(big)).isLessThan(KeyEncoder.keyOf(big + 1));
        assertThat(KeyEncoder.keyOf(big - 1)).isEqualTo(KeyEncoder.keyOf((double) (1L << 53)));
    }

    private static KeyBytes descending(@Nullable Object value) {
        return new KeyEncoder().appendValue(value, false).toKey();
    }

    private static List<@Nullable Object> values(Random random) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(null);
        values.addAll(List.of(true, false, MinKey.getInstance(), MaxKey.getInstance()));
        values.addAll(List.of("", "\0", "a", "a\0", "a\0b", "ab", "b", "路灯", "路", "😀", "\uFFFF", "\uE000"));
        values.addAll(List.of(0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0.5, -0.5, 1e300, -1e300));
        values.addAll(List.of(new Document(), new Document("a", 1), new Document("a", 1).append("b", "x")));
        values.addAll(List.of(new Document("a", "x"), new Document("b", 1), new Document("a", new Document("b", 1))));
        for (int i = 0; i < 20; i++) {
            values.add(random.nextInt());
            values.add(random.nextInt(100));
            values.add(random.nextGaussian() * 1000);
            values.add(Instant.ofEpochMilli(random.nextLong() >> 16));
            values.add(new UUID(random.nextLong(), random.nextLong()));
            values.add(new ObjectId());
            values.add(Long.toString(random.nextLong(), 36));
        }
        return values;
    }
}
