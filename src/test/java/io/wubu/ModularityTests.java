package io.wubu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands: rooms depend in one direction, only flow knows the engine, SQL stays in the rooms. */
class ModularityTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.wubu");

    @Test
    void roomsDependInOneDirection() {
        ApplicationModules.of(WubuApplication.class).verify();
    }

    @Test
    void onlyFlowKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.wubu.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void flowHoldsNoSqlOfItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("io.wubu.flow..")
                .and()
                .doNotHaveSimpleName("EngineRows")
                .and()
                .doNotHaveSimpleName("DatedRows")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.JdbcTemplate")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
    }
}
