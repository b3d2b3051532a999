package org.yiqiao.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiqiao.contracts.Role;

/** Reads the policy table {@code policy.csv}. Error messages name the line and the column. */
final class AccessPolicyReader {

    private static final String NAME = "policy.csv";
    private static final String OPERATION = "operation";
    private static final String KEY = "api-key";
    private static final Pattern OPERATION_NAME = Pattern.compile("[a-z-]+\\.[a-z-]+");

    private AccessPolicyReader() {}

    static AccessPolicy read() {
        InputStream file = Objects.requireNonNull(AccessPolicyReader.class.getResourceAsStream(NAME), NAME);
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }

    /**
     * @throws IllegalStateException if a column is missing or unknown, if a row is invalid or repeated, or if there are
     *     no rows
     */
    static AccessPolicy read(Reader text) throws IOException {
        Map<String, Map<Role, PermissionExtent>> rows = new LinkedHashMap<>();
        Set<String> openToApiKeys = new HashSet<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                checkHeader(row.getHeader());
                String operation = row.getField(OPERATION);
                if (!OPERATION_NAME.matcher(operation).matches()) {
                    throw invalidRow(row, "\"" + operation + "\" is not an operation such as case.read");
                }
                if (rows.put(operation, permissionLevels(row)) != null) {
                    throw invalidRow(row, operation + " already has a row");
                }
                if (isOpenToApiKeys(row)) {
                    openToApiKeys.add(operation);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException(NAME + " has no rows");
        }
        return new AccessPolicy(Collections.unmodifiableMap(rows), Set.copyOf(openToApiKeys));
    }

    private static boolean isOpenToApiKeys(NamedCsvRecord row) {
        String cell = row.getField(KEY);
        if (!cell.isEmpty() && !cell.equals(PermissionExtent.OWN.csvValue())) {
            throw invalidRow(row, "column " + KEY + " is \"" + cell + "\" instead of empty or own");
        }
        return !cell.isEmpty();
    }

    private static Map<Role, PermissionExtent> permissionLevels(NamedCsvRecord row) {
        Map<Role, PermissionExtent> levels = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String cell = row.getField(role.wireName());
            if (!cell.isEmpty()) {
                levels.put(
                        role,
                        PermissionExtent.of(cell)
                                .orElseThrow(() -> invalidRow(
                                        row,
                                        "column " + role.wireName() + " is \"" + cell
                                                + "\" instead of empty, all, scope or own")));
            }
        }
        return levels;
    }

    private static void checkHeader(List<String> header) {
        List<String> roles = Arrays.stream(Role.values()).map(Role::wireName).toList();
        List<String> expected = Stream.of(Stream.of(OPERATION), roles.stream(), Stream.of(KEY))
                .flatMap(Function.identity())
                .toList();
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(header);
        List<String> unknown = new ArrayList<>(header);
        unknown.removeAll(expected);
        if (!missing.isEmpty() || !unknown.isEmpty() || header.size() != expected.size()) {
            throw new IllegalStateException(NAME + " must have a column for each role and for API keys: missing "
                    + missing + ", unknown " + unknown);
        }
    }

    private static IllegalStateException invalidRow(NamedCsvRecord row, String error) {
        return new IllegalStateException(NAME + ", line " + row.getStartingLineNumber() + ": " + error);
    }
}
