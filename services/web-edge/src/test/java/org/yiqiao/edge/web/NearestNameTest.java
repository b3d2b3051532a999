package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("address", "description", "kind", "lat", "location", "long");

    @ParameterizedTest
    @CsvSource({
        "descripton, description",
        "adress, address",
        "Location, location",
        "lng, long",
        "latitude, ''",
        "urgency, ''",
        "x, ''"
    })
    void nameWithFewDifferencesIsFound(String given, String nearest) {
        assertThat(NearestName.find(given, KNOWN).orElse("")).isEqualTo(nearest);
    }
}
