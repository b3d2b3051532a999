package org.yiqiao.edge.web;

import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads a time from text in ISO 8601 with an offset. Rejects numbers, also as text: whether a number counts seconds or
 * milliseconds is a guess.
 */
final class StrictInstantDeserializer extends StdDeserializer<Instant> {

    private static final Pattern DATE_AND_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt].{1,40}");

    StrictInstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws JacksonException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), json);
        }
        String text = json.getString();
        if (!DATE_AND_TIME.matcher(text).matches()) {
            return (Instant)
                    context.handleWeirdStringValue(Instant.class, text, "not a time in ISO 8601 with an offset");
        }
        return InstantDeserializer.INSTANT.deserialize(json, context);
    }
}
