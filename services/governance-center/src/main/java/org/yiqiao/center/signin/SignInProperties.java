package org.yiqiao.center.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people sign in.
 *
 * @param issuer as browsers reach it; without one nobody can sign in to the page
 * @param reachedAt where this service reaches it, if that is another address
 * @param clientId what this page is to the issuer
 * @param lasts how long; then the issuer is asked anew for who it is and which posts they hold
 */
@ConfigurationProperties("yiqiao.sign-in")
record SignInProperties(@Nullable String issuer, @Nullable String reachedAt, String clientId, Duration lasts) {}
