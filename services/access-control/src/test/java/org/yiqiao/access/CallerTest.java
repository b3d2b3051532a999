package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;

class CallerTest {

    @Test
    void readsIdAndPostsFromTokenClaims() {
        Caller caller = Caller.of(new JwtAuthenticationToken(token().claim(
                        Post.CLAIM, List.of("grid-chief@1", "organization-lead@organization:7", "mayor@1", "nonsense"))
                .build()));

        assertThat(caller.id()).isEqualTo("person-1");
        assertThat(caller.posts())
                .containsExactlyInAnyOrder(
                        new Post(Role.GRID_CHIEF, "1"), new Post(Role.ORGANIZATION_LEAD, "organization:7"));
    }

    @Test
    void tokenWithoutPostsYieldsCallerWithoutPosts() {
        assertThat(Caller.of(new JwtAuthenticationToken(token().build()))).isEqualTo(new Caller("person-1", Set.of()));
    }

    @Test
    void acceptsCallerAsPrincipal() {
        Caller program = new Caller("program-1", Set.of());
        assertThat(Caller.of(new TestingAuthenticationToken(program, "key"))).isEqualTo(program);
    }

    @Test
    void unknownPrincipalIsAnonymous() {
        assertThat(Caller.of(new TestingAuthenticationToken("root", "password")))
                .isEqualTo(Caller.ANONYMOUS);
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("token").header("alg", "RS256").subject("person-1");
    }
}
