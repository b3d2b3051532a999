package org.yiqiao.binding.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.processing.EventHandler;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.Reaction;

/**
 * Binds every projection and reaction of a service to its topic as a function of Spring Cloud Stream, each in a consumer
 * group of its own. They are found on the class path, so that a new one needs no configuration.
 */
public final class EventHandlerBindings {

    private EventHandlerBindings() {}

    /** @param functionName the name of its function and so of its binding */
    public record Binding(
            Class<? extends EventHandler<?>> handlerClass, String functionName, PlatformService publisher) {

        static Binding of(Class<? extends EventHandler<?>> subscriber) {
            String function = Character.toLowerCase(subscriber.getSimpleName().charAt(0))
                    + subscriber.getSimpleName().substring(1) + "Feed";
            return new Binding(subscriber, function, EventType.publisherOf(HandledEventType.of(subscriber)));
        }
    }

    /** The subscribers below a package, and those of the replicas that the package uses. */
    public static List<Binding> scan(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Reaction.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .map(definition -> Objects.requireNonNull(definition.getBeanClassName()))
                .sorted()
                .map(EventHandlerBindings::loadHandlerClass)
                .map(Binding::of)
                .toList();
    }

    public static Map<String, Object> bindingProperties(PlatformService consumer, List<Binding> bindings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                "spring.cloud.function.definition",
                bindings.stream().map(Binding::functionName).collect(Collectors.joining(";")));
        for (Binding binding : bindings) {
            String prefix = "spring.cloud.stream.bindings." + binding.functionName() + "-in-0.";
            properties.put(prefix + "destination", binding.publisher().topic());
            properties.put(
                    prefix + "group",
                    consumer.id() + "." + binding.handlerClass().getSimpleName());
        }
        return properties;
    }

    public static void registerFunctions(ConfigurableApplicationContext context, List<Binding> bindings) {
        var registry = (BeanDefinitionRegistry) context.getBeanFactory();
        for (Binding binding : bindings) {
            registry.registerBeanDefinition(
                    binding.functionName(),
                    BeanDefinitionBuilder.genericBeanDefinition(EventProcessorFunction.class, () -> {
                                var feeds = context.getBean(EventProcessorFactory.class);
                                return new EventProcessorFunction(
                                        feeds.create(context.getBean(binding.handlerClass())));
                            })
                            .getBeanDefinition());
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends EventHandler<?>> loadHandlerClass(String name) {
        return (Class<? extends EventHandler<?>>)
                ClassUtils.resolveClassName(name, EventHandlerBindings.class.getClassLoader())
                        .asSubclass(EventHandler.class);
    }
}
