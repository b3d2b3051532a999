package org.yiqiao.support.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.MediaType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps the resources of a service: each command, each creation, each lookup by id. */
final class ResourceEndpoints implements SmartInitializingSingleton {

    private final List<Resource<?, ?, ?>> resources;
    private final CommandEdge edge;
    private final RequestMappingHandlerMapping mapping;

    ResourceEndpoints(List<Resource<?, ?, ?>> resources, CommandEdge edge, RequestMappingHandlerMapping mapping) {
        this.resources = resources;
        this.edge = edge;
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        resources.forEach(this::map);
    }

    private void map(Resource<?, ?, ?> resource) {
        get(resource.path() + "/{id}", new LookupEndpoint<>(resource.handler()));
        for (CommandType type : CommandType.of(resource.handler().aggregate())) {
            String operation = resource.handler().aggregate().name() + "." + type.verb();
            switch (type) {
                case CommandType.Changes(var command) ->
                    post(
                            resource.path() + "/{id}/" + type.verb(),
                            ChangeEndpoint.of(resource, command, edge, operation));
                case CommandType.Creates(var creation) ->
                    post(resource.path(), CreateEndpoint.of(resource, creation, edge, operation));
            }
        }
    }

    private void get(String path, Object endpoint) {
        register(RequestMappingInfo.paths(path).methods(RequestMethod.GET), endpoint);
    }

    private void post(String path, Object endpoint) {
        register(
                RequestMappingInfo.paths(path).methods(RequestMethod.POST).consumes(MediaType.APPLICATION_JSON_VALUE),
                endpoint);
    }

    private void register(RequestMappingInfo.Builder info, Object endpoint) {
        Method handle =
                Objects.requireNonNull(ReflectionUtils.findMethod(endpoint.getClass(), "handle", (Class<?>[]) null));
        mapping.registerMapping(info.options(mapping.getBuilderConfiguration()).build(), endpoint, handle);
    }
}
