package org.yiqiao.support.stream;

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
import org.yiqiao.contracts.Service;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.core.feed.Projection;
import org.yiqiao.core.feed.Reaction;
import org.yiqiao.core.feed.Subscriber;

/**
 * Binds every projection and reaction of a service to its topic as a function of Spring Cloud Stream, each in a consumer
 * group of its own. They are found on the class path, so that a new one needs no configuration.
 */
public final class FeedBindings {

    private FeedBindings() {}

    /** @param function the name of its function and so of its binding */
    public record Binding(Class<? extends Subscriber<?>> subscriber, String function, Service publisher) {

        static Binding of(Class<? extends Subscriber<?>> subscriber) {
            String function = Character.toLowerCase(subscriber.getSimpleName().charAt(0))
                    + subscriber.getSimpleName().substring(1) + "Feed";
            return new Binding(subscriber, function, EventType.publisherOf(SubscribedEvents.of(subscriber)));
        }
    }

    /** The subscribers below a package, and those of the replicas that the package uses. */
    public static List<Binding> in(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Reaction.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .map(definition -> Objects.requireNonNull(definition.getBeanClassName()))
                .sorted()
                .map(FeedBindings::load)
                .map(Binding::of)
                .toList();
    }

    public static Map<String, Object> properties(Service consumer, List<Binding> bindings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                "spring.cloud.function.definition",
                bindings.stream().map(Binding::function).collect(Collectors.joining(";")));
        for (Binding binding : bindings) {
            String prefix = "spring.cloud.stream.bindings." + binding.function() + "-in-0.";
            properties.put(prefix + "destination", binding.publisher().topic());
            properties.put(
                    prefix + "group", consumer.id() + "." + binding.subscriber().getSimpleName());
        }
        return properties;
    }

    public static void register(ConfigurableApplicationContext context, List<Binding> bindings) {
        var registry = (BeanDefinitionRegistry) context.getBeanFactory();
        for (Binding binding : bindings) {
            registry.registerBeanDefinition(
                    binding.function(),
                    BeanDefinitionBuilder.genericBeanDefinition(FeedFunction.class, () -> {
                                var feeds = context.getBean(Feeds.class);
                                return new FeedFunction(feeds.of(context.getBean(binding.subscriber())));
                            })
                            .getBeanDefinition());
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Subscriber<?>> load(String name) {
        return (Class<? extends Subscriber<?>>) ClassUtils.resolveClassName(name, FeedBindings.class.getClassLoader())
                .asSubclass(Subscriber.class);
    }
}
