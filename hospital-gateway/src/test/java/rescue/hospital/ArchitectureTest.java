package rescue.hospital;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import rescue.dispatch.shell.postgres.Sight;

/** The walls of the hospitals' door. */
@AnalyzeClasses(packages = "rescue.hospital", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule sql_is_spoken_in_postgres_only = noClasses()
            .that()
            .resideOutsideOfPackage("..postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "org.flywaydb..", "java.sql..");

    /** The core's tables are reached through its ports only. Through whose eyes tables are read is one class for both. */
    @ArchTest
    static final ArchRule the_cores_tables_are_not_its_business = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("rescue.dispatch.shell.postgres..", "rescue.routing..", "rescue.deploy..")
                            .and(not(type(Sight.class))));

    @ArchTest
    static final ArchRule packages_form_no_ring =
            slices().matching("rescue.hospital.(*)..").should().beFreeOfCycles();
}
