package org.yiqiao.center;

import java.nio.file.Path;
import org.yiqiao.testkit.messages.ProblemMessageContract;

class MessageCompletenessTest extends ProblemMessageContract {

    MessageCompletenessTest() {
        super("governance-center", Path.of("src", "main", "java"));
    }
}
