package org.yiqiao.edge.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.MediaType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Registers the endpoints of the aggregate resources of a service: each command, and the lookup by id. */
final class AggregateEndpointRegistrar implements SmartInitializingSingleton {

    private final List<AggregateResource<?, ?, ?>> resources;
    private final CommandHttpAdapter commandAdapter;
    private final RequestMappingHandlerMapping mapping;

    AggregateEndpointRegistrar(
            List<AggregateResource<?, ?, ?>> resources,
            CommandHttpAdapter commandAdapter,
            RequestMappingHandlerMapping mapping) {
        this.resources = resources;
        this.commandAdapter = commandAdapter;
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        resources.forEach(this::registerEndpoints);
    }

    private void registerEndpoints(AggregateResource<?, ?, ?> resource) {
        registerGet(resource.paths("/{id}"), new LookupEndpoint<>(resource.handler()));
        for (CommandMapping commandMapping :
                CommandMapping.scan(resource.handler().aggregateType())) {
            String operation = resource.handler().aggregateType().name() + "." + commandMapping.pathSegment();
            switch (commandMapping) {
                case CommandMapping.UpdateMapping(var command) ->
                    registerPost(
                            resource.paths("/{id}/" + commandMapping.pathSegment()),
                            UpdateEndpoint.of(resource, command, commandAdapter, operation));
                case CommandMapping.CreateMapping(var command) ->
                    registerPost(resource.paths(""), CreateEndpoint.of(resource, command, commandAdapter, operation));
            }
        }
    }

    private void registerGet(String[] paths, Object endpoint) {
        register(RequestMappingInfo.paths(paths).methods(RequestMethod.GET), endpoint);
    }

    private void registerPost(String[] paths, Object endpoint) {
        register(
                RequestMappingInfo.paths(paths).methods(RequestMethod.POST).consumes(MediaType.APPLICATION_JSON_VALUE),
                endpoint);
    }

    private void register(RequestMappingInfo.Builder info, Object endpoint) {
        Method handle =
                Objects.requireNonNull(ReflectionUtils.findMethod(endpoint.getClass(), "handle", (Class<?>[]) null));
        mapping.registerMapping(info.options(mapping.getBuilderConfiguration()).build(), endpoint, handle);
    }
}
