package org.yiqiao.testkit.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tests of a service with aggregates. Its model is pure, and the service depends on no other service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceArchitectureContract {

    private static final Set<String> ALLOWED_PACKAGES = Set.of(
            "java.lang..",
            "java.util..",
            "java.time..",
            "org.jspecify.annotations",
            "jakarta.validation..",
            "com.fasterxml.jackson.annotation",
            "org.yiqiao.contracts",
            "org.yiqiao.core.access",
            "org.yiqiao.core.decider");

    private final String servicePackage;
    private final JavaClasses classes;
    private final DescribedPredicate<JavaClass> model;
    private final DescribedPredicate<JavaClass> allowed;

    /**
     * Creates the tests of a service.
     *
     * @param servicePackage such as {@code org.yiqiao.request}
     * @param modelPackages names of the packages of the model within it
     * @param adapters simple names of classes in these packages that are no part of the model
     * @param allowedPackages packages on which the model depends besides those of every model
     * @param allowedClasses classes on which the model depends besides those of every model
     */
    protected ServiceArchitectureContract(
            String servicePackage,
            Set<String> modelPackages,
            Set<String> adapters,
            Set<String> allowedPackages,
            Class<?>... allowedClasses) {
        this.servicePackage = servicePackage;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(servicePackage);
        this.model = ModelPurityRules.model(
                modelPackages.stream().map(name -> servicePackage + "." + name).collect(toSet()), adapters);
        this.allowed = ModelPurityRules.allowed(
                Stream.concat(ALLOWED_PACKAGES.stream(), allowedPackages.stream()), allowedClasses);
    }

    @Test
    void modelDependsOnNoFramework() {
        check(ModelPurityRules.dependOnlyOn(model, allowed));
    }

    @Test
    void modelUsesNoClockOrRandomness() {
        check(ModelPurityRules.useNoClockOrRandomness(model));
    }

    @Test
    void commandsAreRecordsOfTheModel() {
        check(classes()
                .that()
                .implement("org.yiqiao.core.decider.UpdateCommand")
                .or()
                .implement("org.yiqiao.core.decider.CreateCommand")
                .or()
                .implement("org.yiqiao.core.aggregate.AggregateType")
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould(be(model)));
    }

    @Test
    void serviceDependsOnNoOtherService() {
        check(ModelPurityRules.dependOnNoOtherService(servicePackage));
    }

    private void check(ArchRule rule) {
        rule.check(classes);
    }
}
