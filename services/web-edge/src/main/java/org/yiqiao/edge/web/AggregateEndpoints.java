package org.yiqiao.edge.web;

import java.util.List;

/** The classes of the generated endpoints, which the API document includes. */
public final class AggregateEndpoints {

    public static final List<Class<?>> CLASSES =
            List.of(UpdateEndpoint.class, CreateEndpoint.class, LookupEndpoint.class);

    private AggregateEndpoints() {}
}
