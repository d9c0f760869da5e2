package rescue.deploy;

import rescue.dispatch.flow.AcknowledgeIncident;
import rescue.dispatch.flow.AddToAlert;
import rescue.dispatch.flow.AnswerPreArrival;
import rescue.dispatch.flow.AnswerTransfer;
import rescue.dispatch.flow.AskDestination;
import rescue.dispatch.flow.AskTransfer;
import rescue.dispatch.flow.AssignUnit;
import rescue.dispatch.flow.ChooseHospital;
import rescue.dispatch.flow.CloseIncident;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.flow.DivertTransport;
import rescue.dispatch.flow.FollowRoads;
import rescue.dispatch.flow.GuideCrew;
import rescue.dispatch.flow.HandOverShift;
import rescue.dispatch.flow.KeepPhoto;
import rescue.dispatch.flow.MergeIncidents;
import rescue.dispatch.flow.NoteIncident;
import rescue.dispatch.flow.Placing;
import rescue.dispatch.flow.PlanCasualties;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.flow.RecommendDispatch;
import rescue.dispatch.flow.RecordPatient;
import rescue.dispatch.flow.RecordUnitStatus;
import rescue.dispatch.flow.ReopenIncident;
import rescue.dispatch.flow.ReportCapacity;
import rescue.dispatch.flow.ReviseIncident;
import rescue.dispatch.flow.SuggestReceivers;
import rescue.dispatch.flow.TrackUnit;
import rescue.dispatch.flow.WatchPlaces;
import rescue.dispatch.flow.WatchRoutes;
import rescue.dispatch.flow.WeighPair;
import rescue.dispatch.port.CasualtyPlanner;
import rescue.dispatch.shell.relay.RoadsWatch;

/** Every use case, over its ports. */
record Flows(
        ReceiveAlert receiveAlert,
        AddToAlert addToAlert,
        ReviseIncident reviseIncident,
        MergeIncidents mergeIncidents,
        RecommendDispatch recommendDispatch,
        WeighPair weighPair,
        ChooseHospital chooseHospital,
        PlanCasualties planCasualties,
        AssignUnit assignUnit,
        GuideCrew guideCrew,
        RecordUnitStatus recordUnitStatus,
        RecordPatient recordPatient,
        AskDestination askDestination,
        KeepPhoto keepPhoto,
        DivertTransport divertTransport,
        AnswerPreArrival answerPreArrival,
        AskTransfer askTransfer,
        AnswerTransfer answerTransfer,
        SuggestReceivers suggestReceivers,
        ReportCapacity reportCapacity,
        CloseIncident closeIncident,
        ReopenIncident reopenIncident,
        AcknowledgeIncident acknowledgeIncident,
        NoteIncident noteIncident,
        HandOverShift handOverShift,
        TrackUnit trackUnit,
        FollowRoads followRoads,
        CloseRoad closeRoad,
        WatchPlaces watchPlaces,
        RoadsWatch roadsWatch) {

    static Flows over(Ports ports, CasualtyPlanner planner) {
        var log = ports.log();
        var units = ports.units();
        var hospitals = ports.hospitals();
        var roads = ports.roads();
        var clock = ports.clock();
        var bell = ports.bell();
        var places = new WatchPlaces(log, units, hospitals, ports.communes(), roads, ports.cutOff(), clock);
        var watch = new RoadsWatch(new WatchRoutes(log, units, hospitals, roads, clock, bell), places, bell);
        var placing = new Placing(ports.register(), roads, ports.gazetteer(), ports.plusCodes());
        var recommend = new RecommendDispatch(log, units, hospitals, ports.softHolds(), roads, clock);
        var follow = new FollowRoads(ports.closures(), roads, clock.getZone(), watch);
        return new Flows(
                new ReceiveAlert(log, placing, ports.ids(), clock, bell),
                new AddToAlert(log, ports.ids(), clock, bell),
                new ReviseIncident(log, placing, clock, bell),
                new MergeIncidents(log, clock, bell),
                recommend,
                new WeighPair(log, units, hospitals, roads, clock),
                new ChooseHospital(log, hospitals, ports.softHolds(), bell),
                new PlanCasualties(log, units, hospitals, roads, planner, clock),
                new AssignUnit(log, units, hospitals, roads, recommend, ports.ids(), clock, bell),
                new GuideCrew(log, units, hospitals, roads),
                new RecordUnitStatus(log, clock, bell),
                new RecordPatient(log, clock, bell),
                new AskDestination(log, hospitals, clock, bell),
                new KeepPhoto(log, ports.photos(), ports.darkroom(), ports.ids(), clock, bell),
                new DivertTransport(log, units, hospitals, roads, clock, bell),
                new AnswerPreArrival(log, clock, bell),
                new AskTransfer(log, hospitals, placing::place, ports.ids(), clock, bell),
                new AnswerTransfer(log, hospitals, clock, bell),
                new SuggestReceivers(hospitals, roads, clock),
                new ReportCapacity(hospitals, bell),
                new CloseIncident(log, clock, bell),
                new ReopenIncident(log, clock, bell),
                new AcknowledgeIncident(log, clock, bell),
                new NoteIncident(log, clock, bell),
                new HandOverShift(ports.handovers(), ports.ids(), clock, bell),
                new TrackUnit(units, clock, ports.positions()),
                follow,
                new CloseRoad(ports.closures(), roads, follow, ports.ids(), clock),
                places,
                watch);
    }
}
