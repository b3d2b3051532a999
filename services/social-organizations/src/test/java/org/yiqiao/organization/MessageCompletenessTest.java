package org.yiqiao.organization;

import java.nio.file.Path;
import org.yiqiao.testkit.messages.ProblemMessageContract;

class MessageCompletenessTest extends ProblemMessageContract {

    MessageCompletenessTest() {
        super("social-organizations", Path.of("src", "main", "java"));
    }
}
