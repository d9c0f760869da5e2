package rescue.deploy;

import java.util.Arrays;
import java.util.Optional;

/** Every setting in one table: environment variable, argument, default, and a sentence that names its unit. */
enum Setting {
    // spotless:off
    MODE         ("--mode",         "demo",      "demo or production; demo creates accounts whose password is their name, and so listens on loopback only"),
    HTTP_HOST    ("--host",         "127.0.0.1", "address on which pages and API listen"),
    HTTP_PORT    ("--port",         "8080",      "TCP port of pages and API; 0 takes any free one"),
    GATEWAY_PORT ("--gateway-port", "8081",      "TCP port of the hospitals' door; 0 takes any free one"),
    ADMIN_PORT   ("--admin-port",   "8090",      "TCP port of health and metrics, always on loopback unless ADMIN_HOST says otherwise; 0 takes any free one"),
    ADMIN_HOST   ("--admin-host",   "127.0.0.1", "address on which health and metrics listen"),
    PG_URI       ("--pg-uri",       "",          "an external PostgreSQL 15 or newer, postgresql://user:password@host:port/database, or host1:port1,host2:port2 for a primary and its standbys; empty starts the embedded one"),
    PG_PORT      ("--pg-port",      "54329",     "TCP port of the embedded PostgreSQL on loopback; fixed, so that a server left by a crash is found again"),
    PG_POOL      ("--pg-pool",      "16",        "connections to PostgreSQL, 1 to 80; about as many transactions as the disk commits at once"),
    DATA_DIR     ("--data",         "",          "folder that keeps everything written here; default var/ in the project. If it holds stations.csv, or province/stations.csv, that is the province"),
    PROVINCE_DIR ("--province",     "",          "folder with the registers of a province (stations.csv, units.csv, hospitals.csv ...); default the one in DATA_DIR, else maps/laichau with its own map"),
    MAP_FILE     ("--map",          "",          "road map, an .osm.pbf file, looked at again every minute; until it is prepared times are estimates; default ../shared/maps/laichau-lite.osm.pbf where there is one, else the road book in maps/laichau"),
    EXERCISE     ("--exercise",     "false",     "true marks everything as an exercise: on every page, to everybody, all the time"),
    DRILL        ("--drill",        "false",     "true plays the shift in drill/shift.json of the province from the start on: everything is an exercise, with data of its own in drill/ below DATA_DIR, emptied at each start"),
    DRILL_SPEED  ("--drill-speed",  "6",         "how many times as fast as the clock on the wall the drill goes, 1 to 60"),
    EMERGENCY_NUMBER("--emergency-number", "115", "whom people call; on top of the public page"),
    SMS_NUMBER   ("--sms-number",   "",          "where the public page sends a report by SMS; empty when nobody reads any"),
    SMS_TOKEN    ("--sms-token",    "",          "what the centre's own SMS gateway shows at /sms, 20 characters or more; empty: no message is taken"),
    COUNTRY_CODE ("--country-code", "84",        "of telephone numbers that are written without one, as within the country"),
    TIME_ZONE    ("--time-zone",    "Asia/Ho_Chi_Minh", "where the province is: incident numbers bear its year"),
    NODES        ("--nodes",        "1",         "how many nodes run on this machine; more than one: a supervisor starts them over one PostgreSQL and starts again the one that ends"),
    NODE_NAME    ("--node",         "A",         "this node's name, as people say it"),
    NODE_URLS    ("--node-urls",    "",          "where browsers reach each node, A=https://a.example,B=https://b.example: pages go on with another when theirs is gone"),
    GATEWAY_URLS ("--gateway-urls", "",          "the same for the hospitals' door of each node, A=https://hospitals-a.example,...: the hospitals' page goes on at another door"),
    CLUSTER_MEMBERS("--cluster-members", "",     "every node that there should be, this one too, A=10.0.0.1:5701,B=10.0.0.2:5701,C=10.0.0.3:5701; the ports are for the nodes alone; empty: this node is alone"),
    CLUSTER_KUBERNETES("--cluster-kubernetes", "", "instead of the list: the DNS name of the headless service that has all nodes"),
    CLUSTER_SIZE ("--cluster-size", "3",         "with CLUSTER_KUBERNETES: how many nodes there should be, 2 to 9"),
    CLUSTER_PORT ("--cluster-port", "5701",      "TCP port on which nodes find each other, with NODES (that of the first) and CLUSTER_KUBERNETES; CLUSTER_MEMBERS says it itself"),
    BUS_PORT     ("--bus-port",     "5801",      "TCP port on which nodes tell each other what is new, with NODES that of the first; for the nodes alone"),
    CLUSTER_NAME ("--cluster-name", "hoang-lien", "nodes of another name are another cluster, even at the same addresses"),
    RESCUE_HOME  ("--home",         ".",         "the project's folder, where maps/ lies");
    // spotless:on

    final String argument;
    final String defaultValue;
    final String sentence;

    Setting(String argument, String defaultValue, String sentence) {
        this.argument = argument;
        this.defaultValue = defaultValue;
        this.sentence = sentence;
    }

    static Optional<Setting> findByArgument(String argument) {
        return Arrays.stream(values())
                .filter(setting -> setting.argument.equals(argument))
                .findFirst();
    }

    /** Whether its name alone says yes. */
    boolean isYesOrNo() {
        return defaultValue.equals("false");
    }

    /** What {@code --help} prints. */
    static String help() {
        var text = new StringBuilder(
                "Settings, as arguments or as environment variables; true may be left out as an argument:\n");
        for (Setting setting : values()) {
            text.append(String.format("  %-15s %-13s %s", setting.argument, setting, setting.sentence));
            text.append(setting.defaultValue.isEmpty() ? "\n" : String.format(" (default %s)%n", setting.defaultValue));
        }
        return text.toString();
    }
}
