package org.yiqiao.organization;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;
import org.yiqiao.support.privacy.PersonalDataMask;
import org.yiqiao.support.territory.TerritoryMap;

/** The model is pure: the same state, command and context always lead to the same events. */
@AnalyzeClasses(packages = "org.yiqiao.organization", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Classes in the model's packages that are no part of the model: they accept claims over HTTP. */
    private static final Set<String> ADAPTERS = Set.of("HelpClaimController");

    private static final DescribedPredicate<JavaClass> MODEL = resideInAnyPackage(
                    "org.yiqiao.organization.help", "org.yiqiao.organization.organizations")
            .and(describe(
                    "are the model",
                    type -> !ADAPTERS.contains(outermostClass(type).getSimpleName())));

    private static final DescribedPredicate<JavaClass> ALLOWED_DEPENDENCIES = resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.jspecify.annotations",
                    "jakarta.validation..",
                    "com.fasterxml.jackson.annotation",
                    "org.yiqiao.contracts",
                    "org.yiqiao.core.access",
                    "org.yiqiao.core.decider")
            .or(belongToAnyOf(
                    AggregateType.class,
                    Jurisdiction.class,
                    TerritoryMap.class,
                    RequestStatus.class,
                    PersonalDataMask.class));

    private static final Set<String> CLOCKS_AND_RANDOMNESS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID");

    @ArchTest
    static final ArchRule modelDependsOnNoFramework =
            classes().that(MODEL).should().onlyDependOnClassesThat(ALLOWED_DEPENDENCIES.or(MODEL));

    @ArchTest
    static final ArchRule modelUsesNoClockOrRandomness = noClasses()
            .that(MODEL)
            .should()
            .accessTargetWhere(
                    describe("it is a clock or a source of randomness", ArchitectureTest::isClockOrRandomness))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("java.util.random", "java.util.concurrent..")
                    .or(belongToAnyOf(Random.class, Clock.class)));

    @ArchTest
    static final ArchRule commandsAreRecordsOfModel = classes()
            .that()
            .implement(UpdateCommand.class)
            .or()
            .implement(CreateCommand.class)
            .or()
            .implement(AggregateType.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould(be(MODEL));

    @ArchTest
    static final ArchRule serviceDependsOnNoOtherService = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.yiqiao.grid..", "org.yiqiao.request..", "org.yiqiao.center.."));

    private static boolean isClockOrRandomness(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return CLOCKS_AND_RANDOMNESS.contains(owner.getName() + "." + name)
                || (owner.getPackageName().equals("java.time") && name.equals("now"));
    }

    private static JavaClass outermostClass(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermostClass).orElse(type);
    }
}
