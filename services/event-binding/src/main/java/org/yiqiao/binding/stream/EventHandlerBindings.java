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
 * Binds every projection and reaction of a service to its topic as a function of Spring Cloud Stream, each in its own
 * consumer group. Event handlers are found on the class path, so that a new one needs no configuration.
 */
public final class EventHandlerBindings {

    private EventHandlerBindings() {}

    /**
     * The binding of an event handler to the topic of a service.
     *
     * @param functionName name of the function, from which the name of the binding derives
     */
    public record Binding(
            Class<? extends EventHandler<?>> handlerClass, String functionName, PlatformService publisher) {

        static Binding of(Class<? extends EventHandler<?>> handlerClass) {
            String function = Character.toLowerCase(handlerClass.getSimpleName().charAt(0))
                    + handlerClass.getSimpleName().substring(1) + "Feed";
            return new Binding(
                    handlerClass, function, EventType.publisherOf(HandledEventTypeResolver.of(handlerClass)));
        }
    }

    /**
     * Returns the bindings of the event handlers in a package and below, in the order of their class names. The
     * package's subclasses of shared replicas are event handlers too.
     */
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

    /** Returns the application properties that bind the functions to the topics and consumer groups. */
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

    /** Registers a bean for each function; the bean of the event handler itself must exist in the context. */
    public static void registerFunctions(ConfigurableApplicationContext context, List<Binding> bindings) {
        var registry = (BeanDefinitionRegistry) context.getBeanFactory();
        for (Binding binding : bindings) {
            registry.registerBeanDefinition(
                    binding.functionName(),
                    BeanDefinitionBuilder.genericBeanDefinition(EventProcessorFunction.class, () -> {
                                var processors = context.getBean(EventProcessorFactory.class);
                                return new EventProcessorFunction(
                                        processors.create(context.getBean(binding.handlerClass())));
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
