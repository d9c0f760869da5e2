package rescue.hospital.protocol.have;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.Counts;

/** Reads {@code BedCapacity} of EDXL-HAVE 1.0: a type of bed, perhaps a sub-category, and how many are vacant. */
final class BedCapacityReader {

    private final Map<BedKind, Integer> beds;
    private final Map<Service, Boolean> services;
    private final List<String> passedOver;

    BedCapacityReader(Map<BedKind, Integer> beds, Map<Service, Boolean> services, List<String> passedOver) {
        this.beds = beds;
        this.services = services;
        this.passedOver = passedOver;
    }

    void read(XmlTree capacity) {
        List<XmlTree> types = capacity.all("BedType").toList();
        List<XmlTree> subs = capacity.all("SubCategoryBedType").toList();
        List<XmlTree> counts = capacity.all("Capacity").toList();
        if (types.size() != 1 || subs.size() > 1 || counts.size() > 1) {
            // The schema allows lists side by side; which number belongs to which type it does not say.
            throw new ApiFailure(ProblemCode.HAVE_BEDS_AMBIGUOUS).at(capacity.path());
        }
        String type = types.get(0).text();
        if (!HaveWords.isBedType(type)) {
            throw new ApiFailure(ProblemCode.CODE_UNKNOWN, Counts.shown(type), HaveWords.bedTypes())
                    .at(types.get(0).path());
        }
        String sub = subs.isEmpty() ? "" : subs.get(0).text();
        Integer available = counts.isEmpty() ? null : available(counts.get(0));
        if (available != null) {
            note(type, sub, available, counts.get(0));
        }
    }

    private void note(String type, String sub, int available, XmlTree count) {
        Optional<BedKind> kind = HaveWords.findKind(type, sub);
        if (kind.isPresent()) {
            Counts.put(beds, kind.get(), available, count.path());
        } else if (type.equals(HaveWords.BURN) && sub.isEmpty()) {
            services.put(Service.BURNS, available > 0);
        } else {
            passedOver.add(sub.isEmpty() ? type : type + "/" + Counts.shown(sub));
        }
    }

    /** Null when the message does not say: vacant, but how many? */
    private static @Nullable Integer available(XmlTree count) {
        Optional<XmlTree> told = count.find("AvailableCount");
        Optional<XmlTree> all = count.find("BaselineCount");
        Optional<XmlTree> status = count.find("CapacityStatus");
        status.filter(each ->
                        !each.text().equals(HaveWords.STAFFED) && !each.text().equals(HaveWords.NOT_AVAILABLE))
                .ifPresent(each -> {
                    throw new ApiFailure(
                                    ProblemCode.CODE_UNKNOWN,
                                    Counts.shown(each.text()),
                                    HaveWords.STAFFED + ", " + HaveWords.NOT_AVAILABLE)
                            .at(each.path());
                });
        Integer baseline =
                all.map(each -> Counts.read(each.text(), each.path())).orElse(null);
        if (told.isEmpty()) {
            return status.filter(each -> each.text().equals(HaveWords.NOT_AVAILABLE))
                            .isPresent()
                    ? 0
                    : null;
        }
        int available = Counts.read(told.get().text(), told.get().path());
        Counts.checkWithin(available, baseline, told.get().path());
        if (available > 0
                && status.filter(each -> each.text().equals(HaveWords.NOT_AVAILABLE))
                        .isPresent()) {
            throw new ApiFailure(ProblemCode.HAVE_NOT_AVAILABLE, available).at(count.path());
        }
        return available;
    }
}
