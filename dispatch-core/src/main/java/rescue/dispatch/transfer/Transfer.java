package rescue.dispatch.transfer;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.PreArrivalAnswer;

/**
 * A transfer as it stands: acceptance first, then a unit.
 *
 * @param request what was asked for at first
 * @param toId the hospital asked last, which has accepted, declined, or not answered yet
 * @param askedAt when that one was asked
 * @param answer its answer; null while it has given none
 * @param condition what it asks for in return, or why it declined
 * @param answeredAt when it answered; null while it has not
 * @param declinedBy every hospital that has declined, also before
 * @param kept the bed that the hospital which accepted keeps until a unit is sent; null when it keeps none
 */
public record Transfer(
        TransferRequest request,
        String toId,
        String toName,
        Instant askedAt,
        @Nullable PreArrivalAnswer answer,
        @Nullable String condition,
        @Nullable Instant answeredAt,
        Set<String> declinedBy,
        @Nullable BedKind kept) {

    public Transfer {
        declinedBy = Set.copyOf(declinedBy);
    }

    public static Transfer asked(TransferRequest request, Instant at) {
        return new Transfer(request, request.toId(), request.toName(), at, null, null, null, Set.of(), null);
    }

    public TransferState state() {
        if (answer == null) {
            return TransferState.ASKED;
        }
        return answer == PreArrivalAnswer.DECLINE ? TransferState.DECLINED : TransferState.ACCEPTED;
    }

    /** Whether a unit may bring the patient to that hospital. */
    public boolean isAcceptedBy(String hospitalId) {
        return state() == TransferState.ACCEPTED && toId.equals(hospitalId);
    }

    /** The same after the hospital that is asked has answered. */
    public Transfer answered(PreArrivalAnswer said, @Nullable String words, Instant at, @Nullable BedKind bed) {
        Set<String> declined = new HashSet<>(declinedBy);
        if (said == PreArrivalAnswer.DECLINE) {
            declined.add(toId);
        }
        return new Transfer(request, toId, toName, askedAt, said, words, at, declined, bed);
    }

    /** The same once another hospital is asked; also one that declined before, as beds come free. */
    public Transfer askedOf(String hospitalId, String hospitalName, Instant at) {
        return new Transfer(request, hospitalId, hospitalName, at, null, null, null, declinedBy, null);
    }

    /** The same once the bed is the unit's that brings the patient, or nobody's. */
    public Transfer keepingNone() {
        return with(null);
    }

    /** The same once such a bed is kept again. */
    public Transfer keeping(BedKind bed) {
        return with(bed);
    }

    private Transfer with(@Nullable BedKind bed) {
        return new Transfer(request, toId, toName, askedAt, answer, condition, answeredAt, declinedBy, bed);
    }
}
