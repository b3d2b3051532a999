package org.yiqiao.center.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the sign-in to the page.
 *
 * @param issuer address of the issuer as browsers use it; without an issuer, nobody can sign in to the page
 * @param internalIssuer address of the issuer as this service uses it, if different
 * @param clientId id of the page as a client of the issuer
 * @param sessionLifetime lifetime of a session; then the issuer confirms the identity and the posts of the person again
 */
@ConfigurationProperties("yiqiao.sign-in")
record SignInProperties(
        @Nullable String issuer, @Nullable String internalIssuer, String clientId, Duration sessionLifetime) {}
