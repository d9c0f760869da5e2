package rescue.dispatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The walls of the house: domain inside, flow and port around it, the world only in the shell. */
@AnalyzeClasses(packages = "rescue.dispatch", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "rescue.dispatch";

    private static final String[] DOMAIN = in(
            "account",
            "alert",
            "assignment",
            "closure",
            "decision",
            "geo",
            "hospital",
            "incident",
            "plan",
            "report",
            "road",
            "transfer",
            "unit");

    private static final String[] FLOW_AND_PORT = in("flow", "port");

    private static final String[] PLAIN_JAVA = {"java..", "org.jspecify.."};

    /** What reaches out of the process, or writes a form that the outside reads. */
    private static final String[] WORLD = {
        "io.vertx.ext..",
        "io.vertx.sqlclient..",
        "io.vertx.pgclient..",
        "io.vertx.openapi..",
        "com.hazelcast..",
        "com.fasterxml..",
        "com.password4j..",
        "org.flywaydb..",
        "java.sql..",
        "java.net..",
        "java.nio.file.."
    };

    /** The future, and what {@code Future.all} hands back. */
    private static final DescribedPredicate<JavaClass> A_FUTURE =
            equivalentTo(Future.class).or(equivalentTo(CompositeFuture.class));

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(DOMAIN, PLAIN_JAVA));

    @ArchTest
    static final ArchRule neither_domain_nor_flow_looks_at_the_clock = noClasses()
            .that()
            .resideInAnyPackage(concat(DOMAIN, FLOW_AND_PORT))
            .should()
            .callMethodWhere(a("look at the clock", call -> readsTheClock(call)));

    @ArchTest
    static final ArchRule neither_domain_nor_flow_rolls_dice = noClasses()
            .that()
            .resideInAnyPackage(concat(DOMAIN, FLOW_AND_PORT))
            .should()
            .callMethodWhere(a("pick by chance", call -> isChance(call)));

    @ArchTest
    static final ArchRule the_domain_is_told_the_time_and_holds_no_clock = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat(equivalentTo(java.time.InstantSource.class).or(equivalentTo(java.time.Clock.class)));

    @ArchTest
    static final ArchRule the_domain_waits_for_nothing = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.net..", "java.nio.file..", "java.sql..");

    @ArchTest
    static final ArchRule flow_and_port_know_nothing_of_vertx_but_its_future = noClasses()
            .that()
            .resideInAnyPackage(FLOW_AND_PORT)
            .should()
            .dependOnClassesThat(resideInAPackage("io.vertx..").and(not(A_FUTURE)));

    @ArchTest
    static final ArchRule flow_and_port_rest_on_the_domain_alone = classes()
            .that()
            .resideInAnyPackage(FLOW_AND_PORT)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(concat(concat(DOMAIN, FLOW_AND_PORT), PLAIN_JAVA))
                    .or(A_FUTURE));

    @ArchTest
    static final ArchRule a_port_does_not_know_who_uses_it = noClasses()
            .that()
            .resideInAPackage(ROOT + ".port..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".flow..");

    @ArchTest
    static final ArchRule only_the_shell_touches_the_world = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORLD);

    @ArchTest
    static final ArchRule nothing_but_the_shell_depends_on_the_shell = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".shell..");

    @ArchTest
    static final ArchRule sql_is_spoken_in_postgres_only = noClasses()
            .that()
            .resideOutsideOfPackage("..postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.sqlclient..", "io.vertx.pgclient..", "org.postgresql..", "org.flywaydb..", "java.sql..");

    @ArchTest
    static final ArchRule hazelcast_is_known_in_cluster_only = noClasses()
            .that()
            .resideOutsideOfPackage("..cluster..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.hazelcast..", "io.vertx.spi.cluster..", "io.vertx.core.spi.cluster..");

    @ArchTest
    static final ArchRule the_road_engine_is_not_known_here =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.graphhopper..", "com.carrotsearch..");

    @ArchTest
    static final ArchRule packages_form_no_ring =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_package_lies_deeper_than_two = noClasses().should().resideInAPackage(ROOT + ".*.*.*..");

    @ArchTest
    static final ArchRule every_package_says_what_it_is_and_that_nothing_is_null_unless_said =
            classes().should(liveInANullMarkedPackage());

    @ArchTest
    static final ArchRule time_is_java_time = noClasses()
            .should()
            .dependOnClassesThat(a(
                    "are the old dates",
                    type -> Set.of(
                                    "java.util.Date",
                                    "java.util.Calendar",
                                    "java.util.GregorianCalendar",
                                    "java.text.SimpleDateFormat")
                            .contains(type.getName())));

    @ArchTest
    static final ArchRule nobody_prints_to_the_console = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    private static boolean readsTheClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        boolean now = owner.startsWith("java.time.") && name.equals("now");
        boolean system = owner.equals("java.lang.System")
                && Set.of("currentTimeMillis", "nanoTime").contains(name);
        boolean ownClock = (owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource"))
                && name.startsWith("system");
        return now || system || ownClock;
    }

    private static boolean isChance(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        return name.equals("randomUUID")
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.util.Collections") && name.equals("shuffle"))
                || owner.startsWith("java.util.random.")
                || Set.of("java.util.Random", "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom")
                        .contains(owner);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, "package " + type.getPackageName() + " has no @NullMarked package-info"));
            }
        };
    }

    private static <T> DescribedPredicate<T> a(String description, java.util.function.Predicate<T> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static String[] in(String... packages) {
        return Arrays.stream(packages).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    private static String[] concat(String[] some, String[] more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
