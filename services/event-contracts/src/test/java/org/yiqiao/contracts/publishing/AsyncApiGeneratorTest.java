package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsyncApiGeneratorTest {

    @Test
    void documentMatchesPublishedEvents() {
        String document = AsyncApiGenerator.generate();
        if (PublicationMode.ENABLED
                && SchemaFolder.IN_REPOSITORY.findBreakingChanges().isEmpty()) {
            PublicationMode.write(AsyncApiGenerator.FILE, document);
        }
        assertThat(AsyncApiGenerator.FILE).as(PublicationMode.INSTRUCTIONS).exists();
        assertThat(Json.readText(AsyncApiGenerator.FILE))
                .as(PublicationMode.INSTRUCTIONS)
                .isEqualTo(document);
    }
}
