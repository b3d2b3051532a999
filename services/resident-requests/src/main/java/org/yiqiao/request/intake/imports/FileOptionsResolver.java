package org.yiqiao.request.intake.imports;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.MapDatum;

/** Converts the parameters of an upload to the options for reading its file. */
@Component
class FileOptionsResolver {

    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t');
    private static final Map<String, DateOrder> DATE_ORDERS =
            Map.of("month-first", DateOrder.MONTH_FIRST, "day-first", DateOrder.DAY_FIRST);

    private final ImportMappingStore mappings;

    FileOptionsResolver(ImportMappingStore mappings) {
        this.mappings = mappings;
    }

    /**
     * Resolves the options; a parameter of the upload precedes a setting of its mapping.
     *
     * @param contentTypeCharset the charset parameter of the content type, null without one
     * @throws RejectedException if a parameter is not valid
     */
    FileOptions resolve(FileParameters parameters, @Nullable String contentTypeCharset) {
        String name = Objects.requireNonNullElse(parameters.mapping(), BuiltInMappings.OPEN311.name());
        ImportMapping mapping = mappings.find(name)
                .orElseThrow(() -> new RejectedException(
                        Rejection.invalid("mapping.unknown").withDetail("mapping", name)));
        return new FileOptions(
                mapping,
                zone(parameters.zone(), mapping),
                parameters.dates() == null ? mapping.dates() : choice(DATE_ORDERS, parameters.dates(), "import.dates"),
                charset(parameters.charset() == null ? contentTypeCharset : parameters.charset()),
                parameters.separator() == null ? null : choice(SEPARATORS, parameters.separator(), "import.separator"),
                parameters.sheet(),
                parameters.datum() == null ? mapping.datum() : datum(parameters.datum()));
    }

    private static ZoneId zone(@Nullable String given, ImportMapping mapping) {
        String zone = given == null ? mapping.zone() : given;
        if (zone == null) {
            return FileOptions.DEFAULT_ZONE;
        }
        if (!ImportMappingRules.isZone(zone)) {
            throw new RejectedException(Rejection.invalid("import.zone"));
        }
        return ZoneId.of(zone);
    }

    private static @Nullable Charset charset(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(Rejection.invalid("import.charset"));
        }
    }

    /** @throws RejectedException if there is no datum of this name */
    static MapDatum datum(String name) {
        return MapDatum.parse(name).orElseThrow(() -> new RejectedException(Rejection.malformed("import.datum")));
    }

    private static <T> T choice(Map<String, T> choices, String name, String code) {
        T choice = choices.get(name.toLowerCase(Locale.ROOT));
        if (choice == null) {
            throw new RejectedException(Rejection.malformed(code));
        }
        return choice;
    }
}
