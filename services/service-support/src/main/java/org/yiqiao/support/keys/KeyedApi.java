package org.yiqiao.support.keys;

import java.util.List;
import java.util.function.Function;

/**
 * The part of a service's API that is open to keys; a service without one knows no keys.
 *
 * @param path its beginning, such as {@code /api/requests}: nothing else takes a key
 * @param codes the codes of a place from the township down to it; empty if there is no such place
 */
public record KeyedApi(String path, Function<String, List<String>> codes) {

    boolean holds(String uri) {
        return uri.equals(path) || uri.startsWith(path + "/");
    }
}
