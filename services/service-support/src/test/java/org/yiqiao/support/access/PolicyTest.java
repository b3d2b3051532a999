package org.yiqiao.support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;

class PolicyTest {

    private static final Map<Role, Grant> GRANTS = Map.of(
            Role.RESIDENT, Grant.OWN,
            Role.GRID_CHIEF, Grant.SCOPE,
            Role.TOWN_OPERATOR, Grant.ALL);

    private final Policy policy = new Policy(Map.of("case.read", GRANTS, "case.unmask", GRANTS), Set.of("case.read"));

    @Test
    void aPostReachesItsScope() {
        assertThat(reach("grid-chief@330109106004001")).isEqualTo(new Reach.Within(Set.of("330109106004001")));
    }

    @Test
    void aResidentReachesWhatIsTheirOwnWhereverTheyLive() {
        assertThat(reach("resident@330109106004")).isEqualTo(new Reach.Within(Set.of(Belonging.person("me"))));
    }

    @Test
    void postsAddUp() {
        assertThat(reach("resident@1", "grid-chief@2", "grid-chief@3", "auditor@4"))
                .isEqualTo(new Reach.Within(Set.of(Belonging.person("me"), "2", "3")));
    }

    @Test
    void someReachEverywhere() {
        assertThat(reach("town-operator@330109106", "resident@1")).isEqualTo(Reach.EVERYWHERE);
        assertThat(reach("grid-chief@*")).isEqualTo(Reach.EVERYWHERE);
    }

    @Test
    void whoHasNoPostForItReachesNothing() {
        assertThat(reach("auditor@*")).isEqualTo(Reach.NOWHERE);
        assertThat(reach()).isEqualTo(Reach.NOWHERE);
        assertThat(policy.reach("case.unheard-of", caller("town-operator@*"))).isEqualTo(Reach.NOWHERE);
    }

    @Test
    void noScopeMakesAnybodyAnotherPerson() {
        assertThat(reach("grid-chief@" + Belonging.person("you"))).isEqualTo(Reach.NOWHERE);
    }

    @Test
    void aKeyReachesItsOwnWhereItIsOpenToKeysWhateverItsPosts() {
        for (String post : new String[] {"resident@1", "grid-chief@2", "town-operator@*", "auditor@*"}) {
            Caller key = new Caller("key:1", caller(post).posts(), true);
            assertThat(policy.reach("case.read", key)).isEqualTo(new Reach.Within(Set.of(Belonging.person("key:1"))));
            assertThat(policy.reach("case.unmask", key)).isEqualTo(Reach.NOWHERE);
        }
    }

    private Reach reach(String... posts) {
        return policy.reach("case.read", caller(posts));
    }

    private static Caller caller(String... posts) {
        return new Caller(
                "me", Stream.of(posts).flatMap(post -> Post.of(post).stream()).collect(Collectors.toSet()));
    }
}
