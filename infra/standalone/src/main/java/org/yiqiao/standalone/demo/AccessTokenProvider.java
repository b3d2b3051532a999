package org.yiqiao.standalone.demo;

import java.io.IOException;

/** Provides access tokens for the people of the demo town. */
@FunctionalInterface
public interface AccessTokenProvider {

    /**
     * Returns a bearer token.
     *
     * @param person pseudonymous id
     * @throws IOException if the person cannot be signed in
     */
    String token(String person) throws IOException, InterruptedException;
}
