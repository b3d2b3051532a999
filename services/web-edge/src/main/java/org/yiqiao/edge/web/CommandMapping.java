package org.yiqiao.edge.web;

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
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.UpdateCommand;

/** A command record with a generated endpoint, found in the package of its aggregate. */
sealed interface CommandMapping {

    Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    Class<?> commandClass();

    record UpdateMapping(Class<? extends UpdateCommand<?, ?, ?>> commandClass) implements CommandMapping {}

    record CreateMapping(Class<? extends CreateCommand<?, ?>> commandClass) implements CommandMapping {}

    /** Returns the path segment of the command: {@code appoint-chief} for {@code AppointChief}. */
    default String pathSegment() {
        return WORD_BOUNDARY
                .matcher(commandClass().getSimpleName())
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the commands of the aggregate without {@link NoGeneratedEndpoint}, ordered by path segment. */
    static List<CommandMapping> scan(AggregateType<?, ?, ?> aggregate) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
        List<CommandMapping> found = new ArrayList<>();
        for (var definition :
                scanner.findCandidateComponents(aggregate.getClass().getPackageName())) {
            Class<?> type = ClassUtils.resolveClassName(
                    Objects.requireNonNull(definition.getBeanClassName()), CommandMapping.class.getClassLoader());
            if (!type.isAnnotationPresent(NoGeneratedEndpoint.class)) {
                addIfCommandOf(found, type, aggregate.eventClass());
            }
        }
        found.sort(Comparator.comparing(CommandMapping::pathSegment));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static void addIfCommandOf(List<CommandMapping> found, Class<?> type, Class<? extends DomainEvent> events) {
        if (!events.equals(
                ResolvableType.forClass(type).as(Command.class).getGeneric(0).resolve())) {
            return;
        }
        found.add(
                UpdateCommand.class.isAssignableFrom(type)
                        ? new UpdateMapping((Class<? extends UpdateCommand<?, ?, ?>>) type)
                        : new CreateMapping((Class<? extends CreateCommand<?, ?>>) type));
    }
}
