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
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.core.processing.ProjectionRow;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.edge.web.RejectedException;

/** Checks that the statistics of the center are pure and that the center issues no commands. */
@AnalyzeClasses(packages = "org.yiqiao.center", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> STATISTICS = Set.of(
            "DailyRequestTable", "DurationStatistics", "MeasuredRequest", "Period", "RequestSummary", "RequestTally");

    private static final DescribedPredicate<JavaClass> MODEL = resideInAnyPackage("org.yiqiao.center.statistics")
            .and(describe(
                    "are statistics",
                    type -> STATISTICS.contains(outermostClass(type).getSimpleName())));

    private static final DescribedPredicate<JavaClass> ALLOWED_DEPENDENCIES = resideInAnyPackage(
                    "java.lang..",
                    "java.nio",
                    "java.util..",
                    "java.time..",
                    "org.jspecify.annotations",
                    "com.fasterxml.jackson.annotation",
                    "org.yiqiao.contracts")
            .or(belongToAnyOf(ProjectionRow.class, RejectedException.class, Rejection.class));

    @ArchTest
    static final ArchRule statisticsDependOnNoFramework =
            classes().that(MODEL).should().onlyDependOnClassesThat(ALLOWED_DEPENDENCIES.or(MODEL));

    @ArchTest
    static final ArchRule statisticsUseNoClockOrRandomness = noClasses()
            .that(MODEL)
            .should()
            .accessTargetWhere(
                    describe("it is a clock or a source of randomness", ArchitectureTest::isClockOrRandomness));

    @ArchTest
    static final ArchRule centerIssuesNoCommands = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(
                    Command.class,
                    UpdateCommand.class,
                    CreateCommand.class,
                    AggregateType.class,
                    AggregateCommandHandler.class,
                    Reaction.class));

    @ArchTest
    static final ArchRule serviceDependsOnNoOtherService = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.yiqiao.grid..", "org.yiqiao.request..", "org.yiqiao.organization.."));

    private static boolean isClockOrRandomness(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return (owner.getPackageName().equals("java.time") && name.equals("now"))
                || Set.of("currentTimeMillis", "nanoTime", "random", "randomUUID")
                        .contains(name);
    }

    private static JavaClass outermostClass(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermostClass).orElse(type);
    }
}
