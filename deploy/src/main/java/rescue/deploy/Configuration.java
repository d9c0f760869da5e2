package rescue.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rescue.deploy.drill.ShiftFile;
import rescue.deploy.supervisor.SupervisorPlan;
import rescue.dispatch.shell.cluster.ClusterPlan;
import rescue.hospital.protocol.sms.SmsRoutes;

/**
 * What this process runs, read once at start. Each component's default, unit and sentence stand in {@link Setting}.
 *
 * @param mode demo, with demonstration accounts and on loopback only, or production
 * @param httpHost address of pages and API
 * @param httpPort TCP port, 0 for any free one
 * @param gatewayPort TCP port of the hospitals' door, 0 for any free one
 * @param adminHost address of health and metrics
 * @param adminPort TCP port of health and metrics, 0 for any free one
 * @param pgUri an external PostgreSQL; empty starts the embedded one
 * @param pgPort TCP port of the embedded PostgreSQL on loopback
 * @param pgPool how many connections to PostgreSQL, 1 to 80
 * @param dataDir everything that is written goes below this folder
 * @param provinceDir the registers to fill; empty when the map is another one and no registers came with it
 * @param mapFile an .osm.pbf file; empty for the road book of {@code maps/laichau}
 * @param exercise everything here is practice, and says so
 * @param drill the shift that is played from the start on, if any
 * @param emergencyNumber whom people call
 * @param smsNumber where a report by SMS goes; empty when nobody reads any
 * @param smsGateway who may hand in messages of registered telephones; empty when none are taken
 * @param nodes how many nodes a supervisor starts here; 1 is this process itself
 * @param clusterPort TCP port on which nodes find each other, where no list says it
 * @param busPort TCP port on which nodes tell each other what is new
 * @param cluster the nodes that this one belongs to, if it is not alone
 * @param nodeUrls where browsers reach each node, by its name; empty when there is one
 * @param gatewayUrls where hospitals reach each node's door, by its name; empty when there is one
 * @param zone the province's time zone: incident numbers bear its year
 * @param home the project's folder, where {@code maps/} lies
 */
record Configuration(
        Mode mode,
        String httpHost,
        int httpPort,
        int gatewayPort,
        String adminHost,
        int adminPort,
        Optional<String> pgUri,
        int pgPort,
        int pgPool,
        Path dataDir,
        Optional<Path> provinceDir,
        Optional<Path> mapFile,
        boolean exercise,
        Optional<PlannedDrill> drill,
        String emergencyNumber,
        Optional<String> smsNumber,
        Optional<SmsRoutes.Gateway> smsGateway,
        int nodes,
        int clusterPort,
        int busPort,
        Optional<ClusterPlan> cluster,
        Map<String, String> nodeUrls,
        Map<String, String> gatewayUrls,
        ZoneId zone,
        Path home) {

    /** Whether passwords that are printed on the screen are acceptable. */
    enum Mode {
        DEMO,
        PRODUCTION
    }

    /**
     * A drill.
     *
     * @param shift the file with the shift
     * @param speed how many seconds of the shift pass in one
     */
    record PlannedDrill(Path shift, int speed) {}

    /** What is wrong with the settings, said to the person who started the program. */
    static final class InvalidSetting extends RuntimeException {
        InvalidSetting(String message) {
            super(message);
        }
    }

    /** The file that tells a folder of registers from any other folder. */
    private static final String STATIONS = "stations.csv";

    /** Beyond this, a drive of an hour is a minute: nobody follows it any more. */
    private static final int FASTEST_DRILL = 60;

    /** The embedded PostgreSQL allows 100; migrations, health checks and a person with psql need some. */
    private static final int MOST_CONNECTIONS = 80;

    private static final int SHORTEST_SMS_TOKEN = 20;

    /** Scheme, host and perhaps a port; no path, for browsers compare it with what they call the origin. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");

    Configuration {
        if (mode == Mode.DEMO && !LOOPBACK.contains(httpHost)) {
            throw new InvalidSetting("demo mode listens on loopback only, because its passwords are public: "
                    + "leave HTTP_HOST at 127.0.0.1, or say MODE=production");
        }
    }

    /** Arguments win over the environment, the environment over the default. */
    static Configuration read(List<String> arguments, Map<String, String> environment) {
        Values values = Values.of(arguments, environment);
        Path home = Path.of(values.text(Setting.RESCUE_HOME)).toAbsolutePath().normalize();
        Path dataDir = values.path(Setting.DATA_DIR).orElse(home.resolve("var"));
        Optional<Path> givenMap = values.path(Setting.MAP_FILE);
        Optional<Path> province = province(values.path(Setting.PROVINCE_DIR), dataDir, givenMap, home);
        Optional<PlannedDrill> drill = drill(values, province);
        return new Configuration(
                values.mode(),
                values.text(Setting.HTTP_HOST),
                values.port(Setting.HTTP_PORT),
                values.port(Setting.GATEWAY_PORT),
                values.text(Setting.ADMIN_HOST),
                values.port(Setting.ADMIN_PORT),
                Optional.of(values.text(Setting.PG_URI)).filter(uri -> !uri.isEmpty()),
                values.port(Setting.PG_PORT),
                values.number(Setting.PG_POOL, 1, MOST_CONNECTIONS),
                drill.isPresent() ? dataDir.resolve("drill") : dataDir,
                province,
                givenMap.or(() -> sharedMap(home)),
                drill.isPresent() || values.yes(Setting.EXERCISE),
                drill,
                values.text(Setting.EMERGENCY_NUMBER),
                Optional.of(values.text(Setting.SMS_NUMBER)).filter(number -> !number.isEmpty()),
                smsGateway(values),
                values.number(Setting.NODES, 1, ClusterSettings.MOST_NODES),
                values.port(Setting.CLUSTER_PORT),
                values.port(Setting.BUS_PORT),
                cluster(values),
                urls(values, Setting.NODE_URLS),
                urls(values, Setting.GATEWAY_URLS),
                values.zone(),
                home);
    }

    /** What it hands in is believed to come from a hospital: its secret must not be guessed. */
    private static Optional<SmsRoutes.Gateway> smsGateway(Values values) {
        String token = values.text(Setting.SMS_TOKEN);
        String country = values.text(Setting.COUNTRY_CODE);
        if (!token.isEmpty() && token.length() < SHORTEST_SMS_TOKEN) {
            throw new InvalidSetting("SMS_TOKEN: at least " + SHORTEST_SMS_TOKEN + " characters, such as from"
                    + " openssl rand -hex 20");
        }
        if (!country.matches("[1-9][0-9]{0,2}")) {
            throw new InvalidSetting("COUNTRY_CODE: digits only, such as 84; not " + country);
        }
        return token.isEmpty() ? Optional.empty() : Optional.of(new SmsRoutes.Gateway(token, country));
    }

    /** For several nodes on this machine, each with {@code arguments} and what differs. */
    SupervisorPlan supervised(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        provinceDir.ifPresent(folder -> all.addAll(List.of(Setting.PROVINCE_DIR.argument, folder.toString())));
        var plan = new SupervisorPlan(
                all,
                nodes,
                httpHost,
                Map.of(
                        Setting.HTTP_PORT.argument, httpPort,
                        Setting.GATEWAY_PORT.argument, gatewayPort,
                        Setting.ADMIN_PORT.argument, adminPort),
                clusterPort,
                busPort,
                pgPool,
                pgUri,
                pgPort,
                dataDir,
                nodeUrls,
                gatewayUrls);
        plan.objection().ifPresent(objection -> {
            throw new InvalidSetting(objection);
        });
        return plan;
    }

    /** Several nodes share one database, and nothing invented may come among what they share. */
    private static Optional<ClusterPlan> cluster(Values values) {
        String list = values.text(Setting.CLUSTER_MEMBERS);
        String dnsName = values.text(Setting.CLUSTER_KUBERNETES);
        boolean several = values.number(Setting.NODES, 1, ClusterSettings.MOST_NODES) > 1;
        if (several && values.yes(Setting.DRILL)) {
            throw new InvalidSetting("DRILL: a drill is played on one node; leave out NODES");
        }
        if (list.isEmpty() && dnsName.isEmpty()) {
            return Optional.empty();
        }
        if (several) {
            throw new InvalidSetting("NODES starts a cluster of its own on this machine: leave out CLUSTER_MEMBERS and"
                    + " CLUSTER_KUBERNETES, or run one node here");
        }
        if (values.text(Setting.PG_URI).isEmpty()) {
            throw new InvalidSetting("CLUSTER_MEMBERS: the nodes of a cluster share one PostgreSQL; say PG_URI,"
                    + " the same on every node");
        }
        String name = values.text(Setting.CLUSTER_NAME);
        String node = values.text(Setting.NODE_NAME);
        int busPort = values.port(Setting.BUS_PORT);
        return Optional.of(
                dnsName.isEmpty()
                        ? ClusterSettings.listed(name, node, list, busPort)
                        : ClusterSettings.inKubernetes(
                                name,
                                node,
                                dnsName,
                                values.number(Setting.CLUSTER_SIZE, 2, ClusterSettings.MOST_NODES),
                                values.port(Setting.CLUSTER_PORT),
                                busPort));
    }

    private static Map<String, String> urls(Values values, Setting setting) {
        Map<String, String> urls = ClusterSettings.named(setting.name(), values.text(setting));
        for (String url : urls.values()) {
            if (!ORIGIN.matcher(url).matches()) {
                throw new InvalidSetting(setting.name() + ": " + url
                        + " must be as a browser says it, https://host or https://host:port");
            }
        }
        return urls;
    }

    /** With another map and no registers of its own, the default fleet would stand outside the map: none is filled. */
    private static Optional<Path> province(Optional<Path> given, Path dataDir, Optional<Path> givenMap, Path home) {
        given.ifPresent(folder -> mustExist(folder.resolve(STATIONS), "PROVINCE_DIR"));
        Optional<Path> inData = List.of(dataDir, dataDir.resolve("province")).stream()
                .filter(folder -> Files.exists(folder.resolve(STATIONS)))
                .findFirst();
        Optional<Path> byDefault = givenMap.isPresent()
                ? Optional.empty()
                : Optional.of(home.resolve("maps").resolve("laichau"));
        return given.or(() -> inData).or(() -> byDefault);
    }

    /** Invented alerts must never come among real ones: a drill has no place where real ones are taken, nor in their data. */
    private static Optional<PlannedDrill> drill(Values values, Optional<Path> province) {
        if (!values.yes(Setting.DRILL)) {
            return Optional.empty();
        }
        if (values.mode() == Mode.PRODUCTION) {
            throw new InvalidSetting(
                    "DRILL: a drill invents alerts and answers for hospitals, so production mode refuses it;"
                            + " play it beside, with MODE=demo and other ports");
        }
        if (!values.text(Setting.PG_URI).isEmpty()) {
            throw new InvalidSetting("DRILL: a drill empties its database at each start, so it takes no PG_URI"
                    + " but a PostgreSQL of its own");
        }
        Path shift = province.map(ShiftFile::in)
                .orElseThrow(() -> new InvalidSetting("DRILL: without a province there is no shift to play"));
        mustExist(shift, "DRILL");
        return Optional.of(new PlannedDrill(shift, values.number(Setting.DRILL_SPEED, 1, FASTEST_DRILL)));
    }

    /** A larger map that may lie beside the project; the project runs without it. */
    private static Optional<Path> sharedMap(Path home) {
        Path map = home.resolve("../shared/maps/laichau-lite.osm.pbf").normalize();
        return Optional.of(map).filter(Files::exists);
    }

    private static void mustExist(Path file, String setting) {
        if (!Files.exists(file)) {
            throw new InvalidSetting(setting + ": there is no " + file);
        }
    }

    /** The settings as text, by name. */
    private record Values(Map<Setting, String> byName) {

        static Values of(List<String> arguments, Map<String, String> environment) {
            var values = new EnumMap<Setting, String>(Setting.class);
            for (Setting setting : Setting.values()) {
                values.put(setting, environment.getOrDefault(setting.name(), setting.defaultValue));
            }
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                Setting setting = Setting.findByArgument(argument)
                        .orElseThrow(() -> new InvalidSetting("unknown argument " + argument + "; --help lists all"));
                boolean hasValue =
                        i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--");
                if (!hasValue && !setting.isYesOrNo()) {
                    throw new InvalidSetting(argument + " needs a value: " + setting.sentence);
                }
                values.put(setting, hasValue ? arguments.get(++i) : "true");
            }
            return new Values(values);
        }

        String text(Setting setting) {
            return byName.getOrDefault(setting, setting.defaultValue);
        }

        boolean yes(Setting setting) {
            return switch (text(setting)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new InvalidSetting(setting + " must be true or false: " + text(setting));
            };
        }

        Optional<Path> path(Setting setting) {
            return Optional.of(text(setting))
                    .filter(text -> !text.isEmpty())
                    .map(text -> Path.of(text).toAbsolutePath().normalize());
        }

        int port(Setting setting) {
            return number(setting, 0, 65_535);
        }

        int number(Setting setting, int least, int most) {
            try {
                int number = Integer.parseInt(text(setting));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below, in the same words as a number out of range
            }
            throw new InvalidSetting(
                    setting + " must be a whole number, " + least + " to " + most + ", not " + text(setting));
        }

        ZoneId zone() {
            try {
                return ZoneId.of(text(Setting.TIME_ZONE));
            } catch (DateTimeException unknown) {
                throw new InvalidSetting(
                        "TIME_ZONE must be a zone as Asia/Ho_Chi_Minh, not " + text(Setting.TIME_ZONE));
            }
        }

        Mode mode() {
            return switch (text(Setting.MODE)) {
                case "demo" -> Mode.DEMO;
                case "production" -> Mode.PRODUCTION;
                default -> throw new InvalidSetting("MODE must be demo or production, not " + text(Setting.MODE));
            };
        }
    }
}
