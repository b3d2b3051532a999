package org.yiqiao.binding.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yiqiao.binding.stream.EventHandlerBindings;
import org.yiqiao.contracts.PlatformService;

/** Makes a service ready to run: its configuration is shared, only its name, its port and its subscribers are its own. */
public final class ServiceLauncher {

    private ServiceLauncher() {}

    /** @param port where it listens unless {@code server.port} says otherwise */
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
