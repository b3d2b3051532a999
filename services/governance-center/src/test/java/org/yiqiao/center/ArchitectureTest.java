package org.yiqiao.center;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.core.processing.ProjectionRow;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.testkit.architecture.ModelPurityRules;

/** Checks that the statistics of the center are pure and that the center issues no commands. */
@AnalyzeClasses(packages = "org.yiqiao.center", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Classes beside the statistics in their package: they read rows and serve the figures. */
    private static final Set<String> ADAPTERS = Set.of(
            "DailyRequestTableCache",
            "DailyRequestTableDocument",
            "DayChangeCounters",
            "RequestRows",
            "RequestRowsBindingConfiguration",
            "SummaryCalculator",
            "SummaryController");

    private static final DescribedPredicate<JavaClass> STATISTICS =
            ModelPurityRules.model(Set.of("org.yiqiao.center.statistics"), ADAPTERS);

    private static final DescribedPredicate<JavaClass> ALLOWED_DEPENDENCIES = ModelPurityRules.allowed(
            Stream.of(
                    "java.lang..",
                    "java.nio",
                    "java.util..",
                    "java.time..",
                    "org.jspecify.annotations",
                    "com.fasterxml.jackson.annotation",
                    "org.yiqiao.contracts"),
            ProjectionRow.class,
            RejectedException.class,
            Rejection.class);

    @ArchTest
    static final ArchRule statisticsDependOnNoFramework =
            ModelPurityRules.dependOnlyOn(STATISTICS, ALLOWED_DEPENDENCIES);

    @ArchTest
    static final ArchRule statisticsUseNoClockOrRandomness = ModelPurityRules.useNoClockOrRandomness(STATISTICS);

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
    static final ArchRule serviceDependsOnNoOtherService = ModelPurityRules.dependOnNoOtherService("org.yiqiao.center");
}
