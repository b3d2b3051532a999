package org.yiqiao.request;

import java.nio.file.Path;
import org.yiqiao.testkit.messages.ProblemMessageContract;

class MessageCompletenessTest extends ProblemMessageContract {

    MessageCompletenessTest() {
        super("resident-requests", Path.of("src", "main", "java"));
    }
}
