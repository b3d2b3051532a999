package org.yiqiao.standalone.demo;

import java.io.IOException;

/** Signs the people of the demo town in. */
@FunctionalInterface
public interface TokenProvider {

    /**
     * A bearer token of a person, by pseudonymous id.
     *
     * @throws IOException if the person cannot be signed in
     */
    String token(String person) throws IOException, InterruptedException;
}
