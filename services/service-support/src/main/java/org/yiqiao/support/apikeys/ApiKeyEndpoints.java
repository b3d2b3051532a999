package org.yiqiao.support.apikeys;

import java.util.List;
import java.util.function.Function;

/**
 * The part of a service's API that is open to keys; a service without one knows no keys.
 *
 * @param path its beginning, such as {@code /api/requests}: nothing else takes a key
 * @param placeCodes the codes of a place from the township down to it; empty if there is no such place
 */
public record ApiKeyEndpoints(String path, Function<String, List<String>> placeCodes) {

    boolean contains(String uri) {
        return uri.equals(path) || uri.startsWith(path + "/");
    }
}
