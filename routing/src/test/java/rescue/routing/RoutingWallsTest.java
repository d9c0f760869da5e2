package rescue.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import rescue.dispatch.port.BaseMap;
import rescue.dispatch.port.RoadNetwork;

/** What may know what, in this module and in the core that it serves. */
@AnalyzeClasses(packages = "rescue", importOptions = DoNotIncludeTests.class)
class RoutingWallsTest {

    private static final String GRAPHHOPPER = "com.graphhopper..";

    @ArchTest
    static final ArchRule graphhopper_is_known_only_here = noClasses()
            .that()
            .resideOutsideOfPackage("rescue.routing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GRAPHHOPPER);

    @ArchTest
    static final ArchRule the_searches_know_arrays_and_no_map = noClasses()
            .that()
            .resideInAPackage("rescue.routing.engine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    GRAPHHOPPER, "io.vertx..", "org.locationtech..", "rescue.routing", "rescue.routing.tiles");

    @ArchTest
    static final ArchRule the_hierarchy_knows_arrays_and_nothing_of_ours = classes()
            .that()
            .resideInAPackage("rescue.routing.cch")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("rescue.routing.cch", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_tiles_know_roads_but_not_how_they_are_stored = noClasses()
            .that()
            .resideInAPackage("rescue.routing.tiles")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GRAPHHOPPER, "rescue.routing", "rescue.routing.engine");

    @ArchTest
    static final ArchRule who_answers_the_ports_shows_no_graphhopper_type = classes()
            .that()
            .implement(RoadNetwork.class)
            .or()
            .implement(BaseMap.class)
            .should(new ShowNoTypeOf("com.graphhopper"));
}
