package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsyncApiTest {

    @Test
    void theDocumentSaysWhatTheCodePublishes() {
        String document = AsyncApi.document();
        if (Publication.IS_WANTED && PublishedSchemas.IN_REPOSITORY.breaks().isEmpty()) {
            Publication.write(AsyncApi.FILE, document);
        }
        assertThat(AsyncApi.FILE).as(Publication.HOW_TO).exists();
        assertThat(Json.text(AsyncApi.FILE)).as(Publication.HOW_TO).isEqualTo(document);
    }
}
