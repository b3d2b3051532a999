package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;

class AccessPolicyTest {

    private static final Map<Role, PermissionExtent> GRANTS = Map.of(
            Role.RESIDENT, PermissionExtent.OWN,
            Role.GRID_CHIEF, PermissionExtent.SCOPE,
            Role.TOWN_OPERATOR, PermissionExtent.ALL);

    private final AccessPolicy policy =
            new AccessPolicy(Map.of("case.read", GRANTS, "case.unmask", GRANTS), Set.of("case.read"));

    @Test
    void postGrantsAccessToItsScope() {
        assertThat(accessScope("grid-chief@330109106004001"))
                .isEqualTo(new AccessScope.LimitedAccess(Set.of("330109106004001")));
    }

    @Test
    void residentHasAccessToOwnDataOnly() {
        assertThat(accessScope("resident@330109106004"))
                .isEqualTo(new AccessScope.LimitedAccess(Set.of(Ownership.personOwner("me"))));
    }

    @Test
    void accessScopesOfAllPostsAreCombined() {
        assertThat(accessScope("resident@1", "grid-chief@2", "grid-chief@3", "auditor@4"))
                .isEqualTo(new AccessScope.LimitedAccess(Set.of(Ownership.personOwner("me"), "2", "3")));
    }

    @Test
    void somePostsGrantAccessEverywhere() {
        assertThat(accessScope("town-operator@330109106", "resident@1")).isEqualTo(AccessScope.FULL);
        assertThat(accessScope("grid-chief@*")).isEqualTo(AccessScope.FULL);
    }

    @Test
    void callerWithoutSuitablePostHasNoAccess() {
        assertThat(accessScope("auditor@*")).isEqualTo(AccessScope.NONE);
        assertThat(accessScope()).isEqualTo(AccessScope.NONE);
        assertThat(policy.accessScope("case.unheard-of", caller("town-operator@*")))
                .isEqualTo(AccessScope.NONE);
    }

    @Test
    void postScopeNeverGrantsAccessToAnotherPerson() {
        assertThat(accessScope("grid-chief@" + Ownership.personOwner("you"))).isEqualTo(AccessScope.NONE);
    }

    @Test
    void apiKeyHasAccessToOwnDataRegardlessOfPosts() {
        for (String post : new String[] {"resident@1", "grid-chief@2", "town-operator@*", "auditor@*"}) {
            Caller key = new Caller("key:1", caller(post).posts(), true);
            assertThat(policy.accessScope("case.read", key))
                    .isEqualTo(new AccessScope.LimitedAccess(Set.of(Ownership.personOwner("key:1"))));
            assertThat(policy.accessScope("case.unmask", key)).isEqualTo(AccessScope.NONE);
        }
    }

    private AccessScope accessScope(String... posts) {
        return policy.accessScope("case.read", caller(posts));
    }

    private static Caller caller(String... posts) {
        return new Caller(
                "me",
                Stream.of(posts).flatMap(post -> Post.parse(post).stream()).collect(Collectors.toSet()));
    }
}
