package org.yiqiao.support.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Creation;

/** A command record of an aggregate that people may give, found in the aggregate's package. */
sealed interface CommandType {

    Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    Class<?> type();

    record Changes(Class<? extends Command<?, ?, ?>> type) implements CommandType {}

    record Creates(Class<? extends Creation<?, ?>> type) implements CommandType {}

    /** The command's name in its path: {@code Dispatch} is {@code dispatch}, {@code AppointChief} is {@code appoint-chief}. */
    default String verb() {
        return HUMP.matcher(type().getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    static List<CommandType> of(Aggregate<?, ?, ?> aggregate) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Creation.class));
        List<CommandType> found = new ArrayList<>();
        for (var definition :
                scanner.findCandidateComponents(aggregate.getClass().getPackageName())) {
            Class<?> type = ClassUtils.resolveClassName(
                    Objects.requireNonNull(definition.getBeanClassName()), CommandType.class.getClassLoader());
            if (!type.isAnnotationPresent(Automatic.class)) {
                add(found, type, aggregate.events());
            }
        }
        found.sort(Comparator.comparing(CommandType::verb));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static void add(List<CommandType> found, Class<?> type, Class<? extends DomainEvent> events) {
        if (events.equals(
                ResolvableType.forClass(type).as(Command.class).getGeneric(1).resolve())) {
            found.add(new Changes((Class<? extends Command<?, ?, ?>>) type));
        } else if (events.equals(
                ResolvableType.forClass(type).as(Creation.class).getGeneric(0).resolve())) {
            found.add(new Creates((Class<? extends Creation<?, ?>>) type));
        }
    }
}
