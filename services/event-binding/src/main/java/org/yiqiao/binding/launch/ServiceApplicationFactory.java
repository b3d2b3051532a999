package org.yiqiao.binding.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yiqiao.binding.stream.EventHandlerBindings;
import org.yiqiao.contracts.PlatformService;

/** Creates the application of a service. Services share all configuration except for name, port and event handlers. */
public final class ServiceApplicationFactory {

    private ServiceApplicationFactory() {}

    /** @param port port of the service, unless {@code server.port} is set */
    public static SpringApplication createApplication(Class<?> main, PlatformService service, int port) {
        List<EventHandlerBindings.Binding> bindings = EventHandlerBindings.scan(main.getPackageName());
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("spring.application.name", service.id());
        defaults.put("server.port", port);
        defaults.put("yiqiao.service", service.name());
        defaults.putAll(EventHandlerBindings.bindingProperties(service, bindings));
        return new SpringApplicationBuilder(main)
                .properties(defaults)
                .initializers(context -> EventHandlerBindings.registerFunctions(context, bindings))
                .build();
    }
}
