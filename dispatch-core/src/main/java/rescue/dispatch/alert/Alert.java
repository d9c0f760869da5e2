package rescue.dispatch.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report by one person or machine, as it came. Several alerts may tell of one incident.
 *
 * @param id given on receipt
 * @param kind what is said to have happened
 * @param kindTold the word that came, when it is none of ours
 * @param told the place, word for word
 * @param placement what we make of it
 * @param injured how many hurt, as told; null when nobody said
 * @param dead how many dead, as told
 * @param trapped how many cannot get out, as told
 * @param reporterPhone the caller's number, as shown or told
 * @param receivedAt by our clock
 * @param transfer when it is a hospital that asks, for whom and whereto; else null
 */
public record Alert(
        UUID id,
        AlertSource source,
        AlertKind kind,
        @Nullable String kindTold,
        ToldPlace told,
        Placement placement,
        @Nullable Integer injured,
        @Nullable Integer dead,
        @Nullable Integer trapped,
        @Nullable String description,
        @Nullable String reporterPhone,
        Instant receivedAt,
        @Nullable TransferRequest transfer) {

    /** One that is no transfer. */
    public Alert(
            UUID id,
            AlertSource source,
            AlertKind kind,
            @Nullable String kindTold,
            ToldPlace told,
            Placement placement,
            @Nullable Integer injured,
            @Nullable Integer dead,
            @Nullable Integer trapped,
            @Nullable String description,
            @Nullable String reporterPhone,
            Instant receivedAt) {
        this(
                id,
                source,
                kind,
                kindTold,
                told,
                placement,
                injured,
                dead,
                trapped,
                description,
                reporterPhone,
                receivedAt,
                null);
    }
}
