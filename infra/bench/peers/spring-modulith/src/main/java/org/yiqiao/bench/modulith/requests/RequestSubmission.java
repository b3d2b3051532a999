package org.yiqiao.bench.modulith.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of a new request. */
record RequestSubmission(
        @NotBlank @Size(max = 200) String service,
        @NotBlank @Size(max = 4000) String description,
        @Nullable @Valid Location location,
        @Nullable @Size(max = 500) String address,
        @Nullable Kind kind,
        @Nullable Channel channel) {

    enum Kind {
        CONSULTATION,
        HELP,
        SUGGESTION,
        COMPLAINT,
        REPORT
    }

    enum Channel {
        MINI_PROGRAM,
        WEB,
        PHONE
    }

    /** A position in degrees. */
    record Location(
            @DecimalMin("-90") @DecimalMax("90") double lat,

            @JsonProperty("long") @DecimalMin("-180") @DecimalMax("180")
            double lon) {}
}
