package org.yiqiao.request.intake.imports;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

/** The name of a system that issues the ids in its files. */
final class ImportSource {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?");

    private ImportSource() {}

    /**
     * Returns the name in lowercase letters, because {@code Boston-311} and {@code boston-311} are the same system.
     *
     * @throws RejectedException if the name is not valid
     */
    static String parse(String name) {
        String lowercase = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lowercase).matches()) {
            throw new RejectedException(Rejection.invalid("import.source"));
        }
        return lowercase;
    }
}
