package rescue.deploy;

/** What is said when everything is up: where everybody finds his page. */
final class Welcome {

    private Welcome() {}

    /**
     * Says it.
     *
     * @param pages the port of the pages
     * @param hospitals the port of the hospitals' own door
     * @param byRoad whether driving times are by road yet
     */
    static void say(Progress progress, Configuration configuration, int pages, int hospitals, boolean byRoad) {
        String base = "http://" + configuration.httpHost() + ":" + pages;
        progress.say("READY" + (byRoad ? "" : ", driving times are ESTIMATES for now"));
        progress.say("  dispatcher's console   " + base + "/");
        progress.say("  the hospitals' page    " + base + "/hospital");
        progress.say("  the hospitals' door    http://" + configuration.httpHost() + ":" + hospitals
                + "/hospital, the same by a port of their own");
        progress.say("  the crews' tablet      " + base + "/crew");
        progress.say("  the public's page      " + base + "/report");
        progress.say("  the API's contract     " + base + "/api/v1/openapi.yaml");
        progress.say("  health                 http://" + configuration.adminHost() + ":" + configuration.adminPort()
                + "/health/ready");
        if (configuration.mode() == Configuration.Mode.DEMO) {
            progress.say("  demo accounts, password = name: operator, supervisor, committee, admin,"
                    + " crew-<unitId> (crew-LC-01), hospital-<hospitalId> (hospital-BV01)");
        }
    }
}
