package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.api.Answer;
import org.yiqiao.testkit.api.ApiDocument;

/**
 * Compares every answer that a test receives with the API document of the service. The whole end-to-end suite therefore
 * shows that the documents are right.
 */
final class DocumentedAnswers {

    private static final String API = "/api/";

    /** The server itself refuses a path with such a character, before any service sees it. */
    private static final Pattern ENCODED_SEPARATOR = Pattern.compile("%(00|2F|5C)", Pattern.CASE_INSENSITIVE);

    private static final Map<PlatformService, ApiDocument> DOCUMENTS = new ConcurrentHashMap<>();

    private DocumentedAnswers() {}

    /** Fails if the answer differs from the document. */
    static void check(PlatformService service, HttpTestClient client, Answer answer) {
        if (!answer.path().startsWith(API)
                || ENCODED_SEPARATOR.matcher(answer.path()).find()) {
            return;
        }
        ApiDocument document = document(service, client);
        document.findOperation(answer.method(), answer.path())
                .ifPresent(operation -> assertThat(document.findViolations(operation, answer))
                        .as("API document of %s, %s: %s", service.id(), operation.id(), answer)
                        .isEmpty());
    }

    /** Returns the document of a service, which is the same for all tests. */
    static ApiDocument document(PlatformService service, HttpTestClient client) {
        return DOCUMENTS.computeIfAbsent(
                service,
                _ -> new ApiDocument(
                        client.anonymous().get(service, "/v3/api-docs").json()));
    }
}
