package org.yiqiao.edge.openapi;

import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rejections that an endpoint can answer, in the compiled code: each literal code that reaches {@code
 * Rejection} in a method that the endpoint calls. A new command is therefore documented without a list.
 *
 * <p>The scanner follows calls of concrete methods of the platform only. It finds no code behind an interface.
 */
final class RejectionScanner {

    private static final String CONSTRUCTOR = "<init>";

    /** The methods of a command that decide it. */
    private static final Set<String> RULES = Set.of("decide", "claims");

    private final Map<String, @Nullable ScannedClass> classes = new HashMap<>();
    private final Predicate<String> isProblemCode;

    /** @param isProblemCode whether a text is the code of a problem */
    RejectionScanner(Predicate<String> isProblemCode) {
        this.isProblemCode = isProblemCode;
    }

    /** A method by the internal name of its class. */
    record MethodKey(String owner, String name, String descriptor) {}

    /**
     * Returns the rejections that a method of an endpoint can lead to.
     *
     * @param aggregate name that replaces the computed part of a code such as {@code case.unknown}
     */
    Set<RejectionCode> scanEndpoint(Class<?> type, String method, String aggregate) {
        return scan(type, Set.of(method), aggregate);
    }

    /** Returns the rejections that a command can lead to. */
    Set<RejectionCode> scanCommand(Class<?> command, String aggregate) {
        return scan(command, Set.of(CONSTRUCTOR, "decide", "claims"), aggregate);
    }

    private Set<RejectionCode> scan(Class<?> type, Set<String> methodNames, String aggregate) {
        Deque<MethodKey> open = new ArrayDeque<>(methods(internalName(type), methodNames));
        Set<MethodKey> seen = new HashSet<>(open);
        Set<ScannedMethod> reached = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            ScannedMethod method = find(open.remove());
            if (method != null) {
                reached.add(method);
                method.calls().stream()
                        .flatMap(call -> Stream.concat(Stream.of(call), rulesOf(call)))
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return rejections(reached, aggregate);
    }

    /** Returns the rejections with a literal code, and every other known code with each reason that has none. */
    private Set<RejectionCode> rejections(Set<ScannedMethod> methods, String aggregate) {
        Set<RejectionCode> direct = methods.stream()
                .flatMap(method -> method.rejections().stream())
                .map(rejection -> rejection.of(aggregate))
                .collect(Collectors.toSet());
        Set<String> directCodes = direct.stream().map(RejectionCode::code).collect(Collectors.toSet());
        return Stream.concat(
                        direct.stream(),
                        methods.stream()
                                .flatMap(method -> method.literals().stream())
                                .filter(code -> !directCodes.contains(code))
                                .flatMap(code -> methods.stream()
                                        .flatMap(method -> method.reasons().stream())
                                        .map(reason -> RejectionCode.of(reason, code))))
                .filter(rejection -> isProblemCode.test(rejection.code()))
                .collect(Collectors.toSet());
    }

    /** Returns the rules of the command that a call creates, since its handler calls them behind an interface. */
    private Stream<MethodKey> rulesOf(MethodKey call) {
        return call.name().equals(CONSTRUCTOR) ? methods(call.owner(), RULES).stream() : Stream.empty();
    }

    private List<MethodKey> methods(String owner, Set<String> names) {
        ScannedClass type = classOf(owner);
        return type == null
                ? List.of()
                : type.methods().keySet().stream()
                        .filter(method -> names.contains(method.name()))
                        .toList();
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Returns the method, which a superclass or an interface can declare; null if it has no code. */
    private @Nullable ScannedMethod find(MethodKey key) {
        ScannedClass type = classOf(key.owner());
        if (type == null) {
            return null;
        }
        ScannedMethod declared = type.methods().get(key);
        if (declared != null) {
            return declared;
        }
        for (String supertype : type.supertypes()) {
            ScannedMethod inherited = find(new MethodKey(supertype, key.name(), key.descriptor()));
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private @Nullable ScannedClass classOf(String internalName) {
        if (!internalName.startsWith(ScannedClass.PLATFORM)) {
            return null;
        }
        return classes.computeIfAbsent(
                internalName,
                name -> ScannedClass.read(
                        name, MethodHandles.lookup().lookupClass().getClassLoader()));
    }
}
