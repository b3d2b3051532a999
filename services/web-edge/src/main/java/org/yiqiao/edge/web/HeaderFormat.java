package org.yiqiao.edge.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.yiqiao.core.decider.Rejection;

/** The form that a request header must have, as the problem of a malformed header names it. */
public enum HeaderFormat {
    ETAG,
    IDEMPOTENCY_KEY,
    TRACE,
    PURPOSE,
    MEDIA_TYPE,
    FORWARDED;

    /** Returns the rejection of a header that does not have this form. The value is not shown: it can be private. */
    public Rejection malformed(String header) {
        return Rejection.malformed("header.malformed")
                .withDetail("header", header)
                .withDetail("allowed", this);
    }

    /** Returns the form in a problem: lowercase words with dashes. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
