package org.yiqiao.core.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Defines how events are written as JSON: null fields are omitted, instants are in ISO 8601, and unknown fields from
 * newer producers are ignored.
 */
public final class EventJsonMapper {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJsonMapper() {}
}
