package org.yiqiao.bench.subject;

import java.util.List;
import java.util.stream.IntStream;
import org.yiqiao.testkit.TestTokenIssuer;

/** Who asks yiqiao's services: their tokens are made before anything is measured. */
final class CallerTokens {

    private static final int RESIDENTS = 200;

    private static final String OPERATOR = bearer("operator-1", "town-operator@*");
    private static final List<String> ALL = IntStream.range(0, RESIDENTS)
            .mapToObj(n -> bearer("resident-" + n, "resident@" + SampleTown.CODE))
            .toList();

    private CallerTokens() {}

    /** Makes a service take their tokens. */
    static String trustSetting() {
        return TestTokenIssuer.shared().serviceArgument();
    }

    /** The authorization of who operates all towns. */
    static String operatorAuthorization() {
        return OPERATOR;
    }

    /** The authorization of whoever the n-th request is from. */
    static String residentAuthorization(int n) {
        return ALL.get(Math.floorMod(n, RESIDENTS));
    }

    private static String bearer(String person, String post) {
        return "Bearer " + TestTokenIssuer.shared().issue(person, post);
    }
}
