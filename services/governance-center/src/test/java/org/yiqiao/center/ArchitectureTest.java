package org.yiqiao.center;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.feed.Reaction;
import org.yiqiao.core.feed.Row;
import org.yiqiao.support.web.Refused;

/** The center measures what happened: its figures are pure, and it commands nobody. */
@AnalyzeClasses(packages = "org.yiqiao.center", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> FIGURES =
            Set.of("DaySheet", "Durations", "Period", "RequestRow", "Summary", "Tally");

    private static final DescribedPredicate<JavaClass> MODEL = resideInAnyPackage("org.yiqiao.center.measures")
            .and(describe(
                    "are figures", type -> FIGURES.contains(outermost(type).getSimpleName())));

    private static final DescribedPredicate<JavaClass> PURE = resideInAnyPackage(
                    "java.lang..",
                    "java.nio",
                    "java.util..",
                    "java.time..",
                    "org.jspecify.annotations",
                    "com.fasterxml.jackson.annotation",
                    "org.yiqiao.contracts")
            .or(belongToAnyOf(Row.class, Refused.class, Rejection.class));

    @ArchTest
    static final ArchRule figuresKnowNoFramework =
            classes().that(MODEL).should().onlyDependOnClassesThat(PURE.or(MODEL));

    @ArchTest
    static final ArchRule figuresHaveNeitherClockNorDice = noClasses()
            .that(MODEL)
            .should()
            .accessTargetWhere(describe("it is a clock or dice", ArchitectureTest::isClockOrDice));

    @ArchTest
    static final ArchRule theCenterCommandsNobody = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(
                    Command.class, Creation.class, Aggregate.class, CommandHandler.class, Reaction.class));

    @ArchTest
    static final ArchRule noServiceDependsOnAnother = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.yiqiao.grid..", "org.yiqiao.request..", "org.yiqiao.organization.."));

    private static boolean isClockOrDice(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return (owner.getPackageName().equals("java.time") && name.equals("now"))
                || Set.of("currentTimeMillis", "nanoTime", "random", "randomUUID")
                        .contains(name);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
