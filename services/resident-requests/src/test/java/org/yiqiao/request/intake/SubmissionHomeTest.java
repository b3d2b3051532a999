package org.yiqiao.request.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.access.Caller;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.AccessScope;

class SubmissionHomeTest {

    private static final String TOWN = "330109106";
    private static final AccessPolicy POLICY = AccessPolicy.load();

    @Test
    void homeIsScopeOfPostsThatPermitTheOperation() {
        Caller caller = new Caller(
                "person-1",
                Set.of(
                        new Post(Role.TOWN_OPERATOR, TOWN),
                        new Post(Role.RESIDENT, "330109107001"),
                        new Post(Role.AUDITOR, "330109105")));

        assertThat(SubmissionHome.of(caller, "case.submit", POLICY)).containsExactly(TOWN, "330109107001");
        assertThat(SubmissionHome.of(caller, "case.import", POLICY)).containsExactly(TOWN);
    }

    @Test
    void postForEveryScopeIsNoHome() {
        Caller caller = new Caller("person-1", Set.of(new Post(Role.TOWN_OPERATOR, Post.ANY_SCOPE)));
        assertThat(SubmissionHome.of(caller, "case.submit", POLICY)).isEmpty();
    }

    @Test
    void homeOfApiKeyIsItsScope() {
        Caller key = new Caller("key:1", Set.of(new Post(Role.RESIDENT, TOWN)), true);
        assertThat(SubmissionHome.of(key, "case.submit", POLICY)).containsExactly(TOWN);
    }

    @Test
    void limitedAccessIncludesTheTownship() {
        AccessScope grid = new AccessScope.LimitedAccess(Set.of("330109106001001"));
        assertThat(SubmissionHome.includeTownship(grid, Optional.of(TOWN)))
                .isEqualTo(new AccessScope.LimitedAccess(Set.of("330109106001001", TOWN)));
        assertThat(SubmissionHome.includeTownship(grid, Optional.empty())).isEqualTo(grid);
        assertThat(SubmissionHome.includeTownship(AccessScope.FULL, Optional.of(TOWN)))
                .isEqualTo(AccessScope.FULL);
    }
}
