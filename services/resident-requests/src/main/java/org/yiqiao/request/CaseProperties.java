package org.yiqiao.request;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yiqiao.request.cases.CasePolicy;

/**
 * The settings of the policy for cases.
 *
 * @param longestPromise the longest time for which a date can be promised in advance, such as {@code 2y} or {@code 90d}
 */
@ConfigurationProperties("yiqiao.cases")
record CaseProperties(@DefaultValue("2y") Period longestPromise) {

    CasePolicy toPolicy() {
        return new CasePolicy(longestPromise);
    }
}
