package rescue.dispatch.alert;

import org.jspecify.annotations.Nullable;

/**
 * What the transfer paper says ("Phiếu chuyển cơ sở khám bệnh, chữa bệnh"), in the ward's own words; whatever is empty is filled
 * in by pen. Nothing is decided by it.
 *
 * @param birthYear four digits
 * @param insuranceNumber of the health insurance card
 * @param findings signs, results of tests and pictures
 * @param treatment what was done, and which drugs were given
 * @param state of the patient when leaving
 * @param reason why this house cannot treat further
 * @param escort who rides along, name and post
 */
public record TransferPaper(
        @Nullable String patientName,
        @Nullable Integer birthYear,
        @Nullable String address,
        @Nullable String insuranceNumber,
        @Nullable String diagnosis,
        @Nullable String findings,
        @Nullable String treatment,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String escort) {}
