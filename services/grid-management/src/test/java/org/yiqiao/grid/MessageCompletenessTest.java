package org.yiqiao.grid;

import java.nio.file.Path;
import java.util.Set;
import org.yiqiao.testkit.messages.ProblemMessageContract;

class MessageCompletenessTest extends ProblemMessageContract {

    MessageCompletenessTest() {
        super("grid-management", Path.of("src", "main", "java"));
    }

    /** An import outside the access scope is refused before it reaches the township. */
    @Override
    protected Set<String> codesWithoutEndpoint() {
        return Set.of("territory.unknown");
    }
}
