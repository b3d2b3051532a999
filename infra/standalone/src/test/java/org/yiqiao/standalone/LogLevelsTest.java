package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** The standalone configures its log by itself, and logs at the levels of the services. */
class LogLevelsTest {

    private static final String PREFIX = "logging.level.";
    private static final String ROOT = "root";
    private static final Pattern LOGGER = Pattern.compile("<logger name=\"([^\"]+)\" level=\"([^\"]+)\"/>");

    @Test
    void standaloneLogsAtTheLevelsOfTheServices() throws IOException {
        assertThat(levelsOfTheStandalone()).containsAllEntriesOf(levelsOfTheServices());
    }

    /** The logger repeats every failed batch as an error, with all its bytes. */
    @Test
    void loggerOfTheErrorChannelIsOff() throws IOException {
        assertThat(levelsOfTheServices())
                .containsEntry("org.springframework.integration.handler.LoggingHandler", "off");
    }

    private static Map<String, String> levelsOfTheServices() throws IOException {
        Map<String, String> levels = new TreeMap<>();
        for (var source : new YamlPropertySourceLoader().load("services", new ClassPathResource("application.yml"))) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                if (name.startsWith(PREFIX) && !name.equals(PREFIX + ROOT)) {
                    levels.put(
                            name.substring(PREFIX.length()),
                            String.valueOf(source.getProperty(name)).toLowerCase(Locale.ROOT));
                }
            }
        }
        return levels;
    }

    private static Map<String, String> levelsOfTheStandalone() throws IOException {
        return LOGGER.matcher(Files.readString(Path.of("src/main/resources/logback.xml")))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2).toLowerCase(Locale.ROOT)));
    }
}
