package org.yiqiao.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Rules that keep code pure: the same input always leads to the same result. */
public final class ModelPurityRules {

    private static final Set<String> CLOCKS_AND_RANDOMNESS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID");

    private static final Set<String> SERVICE_PACKAGES =
            Set.of("org.yiqiao.grid", "org.yiqiao.request", "org.yiqiao.organization", "org.yiqiao.center");

    private ModelPurityRules() {}

    /** The classes depend only on the allowed ones and on each other. */
    public static ArchRule dependOnlyOn(DescribedPredicate<JavaClass> model, DescribedPredicate<JavaClass> allowed) {
        return classes().that(model).should().onlyDependOnClassesThat(allowed.or(model));
    }

    /** The classes read no clock and draw no random number. */
    public static ArchRule useNoClockOrRandomness(DescribedPredicate<JavaClass> model) {
        return noClasses()
                .that(model)
                .should()
                .accessTargetWhere(
                        describe("it is a clock or a source of randomness", ModelPurityRules::isClockOrRandomness))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.util.random", "java.util.concurrent..")
                        .or(belongToAnyOf(Random.class, Clock.class)));
    }

    /** The service depends on no other service: events are their only connection. */
    public static ArchRule dependOnNoOtherService(String servicePackage) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(SERVICE_PACKAGES.stream()
                        .filter(other -> !other.equals(servicePackage))
                        .map(other -> other + "..")
                        .toArray(String[]::new)));
    }

    /**
     * Returns the classes of some packages, with their nested classes.
     *
     * @param adapters simple names of classes in these packages that are no part of the model
     */
    public static DescribedPredicate<JavaClass> model(Set<String> packages, Set<String> adapters) {
        return resideInAnyPackage(packages.toArray(String[]::new))
                .and(describe(
                        "are the model",
                        type -> !adapters.contains(outermostClass(type).getSimpleName())));
    }

    /** Returns the classes of some packages, and some further classes. */
    public static DescribedPredicate<JavaClass> allowed(Stream<String> packages, Class<?>... classes) {
        return resideInAnyPackage(packages.toArray(String[]::new)).or(belongToAnyOf(classes));
    }

    private static boolean isClockOrRandomness(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return CLOCKS_AND_RANDOMNESS.contains(owner.getName() + "." + name)
                || (owner.getPackageName().equals("java.time") && name.equals("now"));
    }

    private static JavaClass outermostClass(JavaClass type) {
        return type.getEnclosingClass().map(ModelPurityRules::outermostClass).orElse(type);
    }
}
