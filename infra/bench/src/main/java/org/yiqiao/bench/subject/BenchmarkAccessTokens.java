package org.yiqiao.bench.subject;

import java.util.List;
import java.util.stream.IntStream;
import org.yiqiao.testkit.TestTokenIssuer;

/** The access tokens of the callers of Yiqiao's services, issued before the measurements. */
final class BenchmarkAccessTokens {

    private static final int RESIDENTS = 200;

    private static final String OPERATOR_TOKEN = bearer("operator-1", "town-operator@*");
    private static final List<String> RESIDENT_TOKENS = IntStream.range(0, RESIDENTS)
            .mapToObj(n -> bearer("resident-" + n, "resident@" + BenchmarkTown.CODE))
            .toList();

    private BenchmarkAccessTokens() {}

    /** Returns the argument that makes a service trust the tokens. */
    static String trustSetting() {
        return TestTokenIssuer.shared().serviceArgument();
    }

    /** Returns the {@code Authorization} header of the operator of all towns. */
    static String operatorAuthorization() {
        return OPERATOR_TOKEN;
    }

    /** Returns the {@code Authorization} header of the sender of the n-th request. */
    static String residentAuthorization(int n) {
        return RESIDENT_TOKENS.get(Math.floorMod(n, RESIDENTS));
    }

    private static String bearer(String person, String post) {
        return "Bearer " + TestTokenIssuer.shared().issue(person, post);
    }
}
