package org.yiqiao.contracts.publishing;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Validates JSON strictly against a schema, including its formats. */
final class SchemaValidator {

    private SchemaValidator() {}

    static List<Error> validate(JsonNode schema, JsonNode json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
