package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import rescue.dispatch.flow.ExpireHolds;
import rescue.dispatch.flow.SeeCoverage;
import rescue.dispatch.flow.TrackAlert;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.shell.RandomIds;
import rescue.dispatch.shell.live.LiveFeed;
import rescue.dispatch.shell.live.LiveStream;
import rescue.dispatch.shell.paper.KnownToNodes;
import rescue.dispatch.shell.paper.PaperPress;
import rescue.dispatch.shell.paper.PaperRoutes;
import rescue.dispatch.shell.paper.PaperSource;
import rescue.dispatch.shell.photos.PhotoRoutes;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.places.PlaceRoutes;
import rescue.dispatch.shell.postgres.DatabaseLine;
import rescue.dispatch.shell.postgres.Leadership;
import rescue.dispatch.shell.postgres.PgFeed;
import rescue.dispatch.shell.postgres.PgIncidentLog;
import rescue.dispatch.shell.postgres.PgParked;
import rescue.dispatch.shell.relay.HospitalTeller;
import rescue.dispatch.shell.relay.LogRelay;
import rescue.dispatch.shell.relay.Sweeper;
import rescue.dispatch.shell.report.PageWriter;
import rescue.dispatch.shell.report.ReportRoutes;
import rescue.dispatch.shell.report.TrackRoutes;
import rescue.dispatch.shell.spool.WaitingRoutes;
import rescue.dispatch.shell.trouble.TroubleRoutes;
import rescue.dispatch.shell.web.AboutRoutes;
import rescue.dispatch.shell.web.AboutRoutes.About;
import rescue.dispatch.shell.web.AlertRoutes;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.AssignmentRoutes;
import rescue.dispatch.shell.web.BoardReading;
import rescue.dispatch.shell.web.CoverageRoutes;
import rescue.dispatch.shell.web.DecisionRoutes;
import rescue.dispatch.shell.web.DeskRoutes;
import rescue.dispatch.shell.web.FieldRoutes;
import rescue.dispatch.shell.web.HandoverRoutes;
import rescue.dispatch.shell.web.HospitalBoardRoutes;
import rescue.dispatch.shell.web.IncidentRoutes;
import rescue.dispatch.shell.web.MapRoutes;
import rescue.dispatch.shell.web.OsmandRoutes;
import rescue.dispatch.shell.web.PlanRoutes;
import rescue.dispatch.shell.web.RoadClosureRoutes;
import rescue.dispatch.shell.web.UnitRoutes;
import rescue.hospital.HospitalRoutes;
import rescue.hospital.MachineRoutes;
import rescue.hospital.TransferRoutes;
import rescue.hospital.notice.IncomingList;
import rescue.hospital.notice.TransferList;
import rescue.hospital.postgres.PgNotices;
import rescue.hospital.postgres.PgSmsNumbers;
import rescue.hospital.postgres.PgSmsReminders;
import rescue.hospital.postgres.PgWebhooks;
import rescue.hospital.protocol.FileReport;
import rescue.hospital.protocol.sms.SmsReminderRoutes;
import rescue.hospital.protocol.sms.SmsRoutes;
import rescue.hospital.protocol.webhook.WebhookRoutes;
import rescue.hospital.protocol.webhook.WebhookSender;

/** Which use case stands behind which route, and who is told of what was written. */
final class Wiring {

    private Wiring() {}

    /** Screens are told by every node, hospitals by the one that leads. */
    static LogRelay relay(Vertx vertx, PgFeed feed, LiveFeed live, IncidentLog log, Pool pool, Leadership leads) {
        var hospitals = new HospitalTeller(feed, log, new PgNotices(pool), new PgParked(pool), leads);
        return new LogRelay(vertx, feed, List.of(live, LogRelay.Teller.onlyWhen(leads::leads, hospitals)));
    }

    /** Done by the node that leads; each write asks whether it still does. */
    static Sweeper sweeper(Vertx vertx, Pool pool, Clock clock, LogRelay relay, Leadership leads) {
        var log = new PgIncidentLog(pool, clock.getZone(), new RandomIds(), leads);
        return new Sweeper(vertx, new ExpireHolds(log, clock, relay), leads::leads);
    }

    /** Every page hears it, and who comes later hears it first. */
    static void sayWhetherTheDatabaseIsThere(DatabaseLine line, LiveFeed live) {
        Runnable say = () -> live.say(
                "database",
                new JsonObject()
                        .put(
                                "awaySince",
                                line.awaySince().map(Instant::toString).orElse(null)),
                anybody -> true);
        line.whenChanged(say);
        say.run();
    }

    static HospitalRoutes hospitalRoutes(Ports ports, Flows flows, Pool pool) {
        return new HospitalRoutes(
                flows.reportCapacity(),
                ports.hospitals(),
                flows.answerPreArrival(),
                new IncomingList(ports.hospitals(), ports.log(), new PgNotices(pool)),
                ports.clock());
    }

    static TransferRoutes transferRoutes(Ports ports, Flows flows, Phrases phrases) {
        return new TransferRoutes(
                new TransferRoutes.Behind(
                        flows.askTransfer(),
                        flows.answerTransfer(),
                        flows.suggestReceivers(),
                        new TransferList(ports.transfers(), ports.log())),
                phrases,
                ports.clock());
    }

    static MachineRoutes machineRoutes(Ports ports, Flows flows, Pool pool, Phrases phrases, About about) {
        return new MachineRoutes(
                flows.reportCapacity(),
                ports.hospitals(),
                new IncomingList(ports.hospitals(), ports.log(), new PgNotices(pool)),
                new TransferList(ports.transfers(), ports.log()),
                ports.clock(),
                about.exercise(),
                phrases);
    }

    /** None without a gateway's secret: whoever could hand in messages could speak for every hospital. */
    static List<ApiRoutes> sms(Ports ports, Flows flows, Pool pool, Phrases phrases, Configuration configuration) {
        var file = new FileReport(flows.reportCapacity(), ports.hospitals(), ports.clock());
        return configuration
                .smsGateway()
                .map(gateway -> List.<ApiRoutes>of(
                        new SmsRoutes(
                                gateway, new PgSmsNumbers(pool), file, ports.clock(), configuration.zone(), phrases),
                        new SmsReminderRoutes(
                                gateway, ports.hospitals(), new PgSmsReminders(pool), ports.clock(), phrases)))
                .orElse(List.of());
    }

    static ApiRoutes webhooks(Ports ports, Pool pool, boolean demo) {
        return new WebhookRoutes(new PgWebhooks(pool), ports.hospitals(), demo);
    }

    static WebhookSender webhookSender(Vertx vertx, Ports ports, Pool pool, PgFeed feed) {
        return new WebhookSender(
                vertx,
                new PgWebhooks(pool),
                new FeedChanges(feed),
                new IncomingList(ports.hospitals(), ports.log(), new PgNotices(pool)),
                new TransferList(ports.transfers(), ports.log()),
                ports.hospitals(),
                ports.clock());
    }

    /** The feed in the words of the hospitals' door. */
    private record FeedChanges(PgFeed feed) implements WebhookSender.Changes {

        @Override
        public Future<Long> last() {
            return feed.last();
        }

        @Override
        public Future<List<Change>> listAfter(long seq, int limit) {
            return feed.listAfter(seq, limit)
                    .map(all -> all.stream()
                            .map(each -> new Change(each.seq(), each.kind(), each.hospitalIds()))
                            .toList());
        }
    }

    /** What the hospitals' page asks besides the hospitals' own routes. */
    static List<ApiRoutes> atTheHospitalsDoor(Ports ports, Flows flows, LiveFeed live, DatabaseLine line, About about) {
        var clock = ports.clock();
        return List.of(
                new AboutRoutes(about, ports.cluster(), line::awaySince, clock),
                new HospitalBoardRoutes(ports.hospitals(), ports.softHolds(), clock),
                new PhotoRoutes(ports.log(), flows.keepPhoto(), ports.photos(), clock),
                new LiveStream(live));
    }

    /** Everything; the hospitals' own routes stand at their door too. */
    static List<ApiRoutes> routes(
            Ports ports,
            Flows flows,
            Intake intake,
            TroubleRoutes trouble,
            LiveFeed live,
            HospitalRoutes hospitals,
            TransferRoutes transfers,
            PaperPress paper,
            Phrases phrases,
            DatabaseLine line,
            About about) {
        var log = ports.log();
        var clock = ports.clock();
        var pages = new PageWriter(about);
        return List.of(
                new AboutRoutes(about, ports.cluster(), line::awaySince, clock),
                new AlertRoutes(intake.door(), flows.addToAlert(), log, phrases, clock),
                new WaitingRoutes(intake.waiting()::list, clock),
                trouble,
                new ReportRoutes(intake.door(), ports.gazetteer(), ports.register(), pages, clock),
                new TrackRoutes(
                        intake.door(), new TrackAlert(log), flows.addToAlert(), flows.keepPhoto(), pages, clock),
                new IncidentRoutes(
                        log, flows.reviseIncident(), flows.mergeIncidents(), flows.closeIncident(), phrases, clock),
                new DeskRoutes(
                        flows.acknowledgeIncident(), flows.noteIncident(), flows.reopenIncident(), phrases, clock),
                new HandoverRoutes(ports.handovers(), flows.handOverShift()),
                new DecisionRoutes(
                        flows.recommendDispatch(),
                        flows.weighPair(),
                        flows.chooseHospital(),
                        flows.assignUnit(),
                        phrases,
                        clock),
                new PlanRoutes(flows.planCasualties(), phrases, clock),
                new AssignmentRoutes(log, flows.recordUnitStatus(), flows.divertTransport(), flows.guideCrew(), clock),
                new PhotoRoutes(log, flows.keepPhoto(), ports.photos(), clock),
                new FieldRoutes(log, flows.recordPatient(), flows.askDestination(), clock),
                new UnitRoutes(ports.units(), ports.hospitals(), log, flows.trackUnit(), clock),
                new OsmandRoutes(ports.units(), flows.trackUnit()),
                new HospitalBoardRoutes(ports.hospitals(), ports.softHolds(), clock),
                hospitals,
                transfers,
                new RoadClosureRoutes(
                        flows.closeRoad(),
                        flows.followRoads(),
                        ports.closures(),
                        ports.roads(),
                        flows.watchPlaces(),
                        ports.cutOff(),
                        clock,
                        phrases),
                new CoverageRoutes(new SeeCoverage(ports.units(), ports.gazetteer(), ports.roads(), clock)),
                new PlaceRoutes(ports.gazetteer(), ports.register(), ports.plusCodes(), clock),
                new MapRoutes(ports.baseMap(), ports.roadMap()),
                new PaperRoutes(paper, clock.getZone()),
                new LiveStream(live));
    }

    /** What goes on paper, and under which name. */
    static PaperPress paper(Vertx vertx, Ports ports, Flows flows, Phrases phrases, About about, String node) {
        var reading = new BoardReading(
                ports.log(), ports.units(), ports.hospitals(), flows.followRoads(), phrases, ports.clock());
        return new PaperPress(
                vertx,
                new PaperSource(reading, new KnownToNodes(ports.liveState()), ports.clock()),
                new PaperPress.Imprint(node, about.exercise(), about.emergencyNumber(), about.zone()),
                ports.clock());
    }
}
