package org.yiqiao.edge.web;

import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Makes JSON parsing strict. Rejects unknown fields, duplicate fields, trailing content, numbers in place of text or
 * times, text in place of numbers, and fractions in place of integers.
 */
final class StrictJsonCustomizer implements JsonMapperBuilderCustomizer, JsonFactoryBuilderCustomizer {

    private static final StreamReadConstraints READ_CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(1 << 20)
            .build();

    @Override
    public void customize(JsonFactoryBuilder json) {
        json.streamReadConstraints(READ_CONSTRAINTS);
    }

    @Override
    public void customize(JsonMapper.Builder json) {
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.addModule(
                new SimpleModule("strict-times").addDeserializer(Instant.class, new StrictInstantDeserializer()));
        for (CoercionInputShape number : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            json.withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(number, CoercionAction.Fail));
        }
        json.withCoercionConfig(
                LogicalType.Enum, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
    }
}
