package rescue.routing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import rescue.dispatch.port.BaseMap;
import rescue.dispatch.port.RoadNetwork;

/** What may know what, in this module and in the core that it serves. */
@AnalyzeClasses(packages = "rescue", importOptions = DoNotIncludeTests.class)
class RoutingWallsTest {

    private static final String ROOT = "rescue.routing";

    private static final String GRAPHHOPPER = "com.graphhopper..";

    /** {@code map} makes and opens its graph, {@code edge} and {@code places} read it, the root hands it on. */
    @ArchTest
    static final ArchRule graphhopper_is_known_only_where_its_graph_is_made_and_read = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".map", ROOT + ".edge", ROOT + ".places")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GRAPHHOPPER);

    @ArchTest
    static final ArchRule nothing_below_knows_the_root = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule packages_form_no_ring =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_package_lies_deeper_than_one = noClasses().should().resideInAPackage(ROOT + ".*.*..");

    @ArchTest
    static final ArchRule the_searches_know_arrays_and_no_map = knowsOnly("engine", "cch");

    @ArchTest
    static final ArchRule the_book_is_read_without_a_map = knowsOnly("book");

    @ArchTest
    static final ArchRule an_estimate_needs_no_map = knowsOnly("estimate");

    @ArchTest
    static final ArchRule the_tiles_know_roads_but_not_how_they_are_stored = knowsOnly("tiles");

    @ArchTest
    static final ArchRule only_who_answers_ports_knows_vertx = noClasses()
            .that()
            .resideInAnyPackage(in("book", "cch", "closures", "edge", "engine", "map", "places", "route"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");

    @ArchTest
    static final ArchRule the_hierarchy_knows_arrays_and_nothing_of_ours = classes()
            .that()
            .resideInAPackage(ROOT + ".cch")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".cch", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule who_answers_the_ports_shows_no_graphhopper_type = classes()
            .that()
            .implement(RoadNetwork.class)
            .or()
            .implement(BaseMap.class)
            .should(new ShowNoTypeOf("com.graphhopper"));

    /** Of this module the first of {@code packages} knows itself and the others, and nothing else. */
    private static ArchRule knowsOnly(String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + packages[0])
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(in(packages)))));
    }

    private static String[] in(String... packages) {
        return Arrays.stream(packages).map(name -> ROOT + "." + name).toArray(String[]::new);
    }
}
