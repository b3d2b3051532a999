package org.yiqiao.support.apikeys;

import java.util.List;
import java.util.function.Function;

/**
 * The part of the API of a service that accepts API keys. A service without a bean of this type accepts none.
 *
 * @param path common path prefix of the endpoints, such as {@code /api/requests}; no other path accepts a key
 * @param placeCodes returns the codes from the township down to a place; empty if there is no such place
 */
public record ApiKeyEndpoints(String path, Function<String, List<String>> placeCodes) {

    boolean contains(String uri) {
        return uri.equals(path) || uri.startsWith(path + "/");
    }
}
