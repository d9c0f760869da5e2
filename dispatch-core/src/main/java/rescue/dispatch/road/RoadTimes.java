package rescue.dispatch.road;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a road closure is in force: from an instant until another, and within that in a season of the year and at hours of
 * the day, if it has them. Season and hours are those of the province's clock.
 *
 * @param from in force from then on
 * @param until in force until then, or null when nobody knows; that instant itself is no longer in force
 * @param season in force on these days of the year, or null for all
 * @param hours in force at these hours of the day, or null for all
 */
public record RoadTimes(
        Instant from,
        @Nullable Instant until,
        @Nullable Season season,
        @Nullable DailyHours hours) {

    /** Days of the year, both included; over New Year when the last is before the first. */
    public record Season(MonthDay first, MonthDay last) {

        boolean holds(LocalDate day) {
            MonthDay at = MonthDay.from(day);
            boolean afterFirst = at.compareTo(first) >= 0;
            boolean beforeLast = at.compareTo(last) <= 0;
            return first.compareTo(last) <= 0 ? afterFirst && beforeLast : afterFirst || beforeLast;
        }
    }

    /** Hours of the day, the last not included; over midnight when the last is before the first. Never the same. */
    public record DailyHours(LocalTime first, LocalTime last) {

        public DailyHours {
            if (first.equals(last)) {
                throw new IllegalArgumentException("hours that begin and end at " + first);
            }
        }

        boolean holds(LocalTime time) {
            boolean afterFirst = !time.isBefore(first);
            boolean beforeLast = time.isBefore(last);
            return first.isBefore(last) ? afterFirst && beforeLast : afterFirst || beforeLast;
        }
    }

    /** A year and a leap day: any season has begun or ended once by then. */
    private static final int DAYS_AHEAD = 367;

    /** From then on, until something ends it. */
    public static RoadTimes from(Instant from, @Nullable Instant until) {
        return new RoadTimes(from, until, null, null);
    }

    /** Whether it is in force at {@code now} by the clock of that zone. */
    public boolean inForce(Instant now, ZoneId zone) {
        if (now.isBefore(from) || isOver(now)) {
            return false;
        }
        if (season == null && hours == null) {
            return true;
        }
        ZonedDateTime local = now.atZone(zone);
        return (season == null || season.holds(local.toLocalDate()))
                && (hours == null || hours.holds(local.toLocalTime()));
    }

    /** Whether it never comes into force again. */
    public boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** The next instant at which it may begin or end; empty when it stays as it is for ever. */
    public Optional<Instant> nextChange(Instant now, ZoneId zone) {
        if (isOver(now)) {
            return Optional.empty();
        }
        if (now.isBefore(from)) {
            return Optional.of(from);
        }
        Optional<Instant> turn = nextTurn(now, zone);
        return until != null && turn.filter(at -> at.isBefore(until)).isEmpty() ? Optional.of(until) : turn;
    }

    /** The first boundary of season or hours after {@code now} at which anything really changes. */
    private Optional<Instant> nextTurn(Instant now, ZoneId zone) {
        if (season == null && hours == null) {
            return Optional.empty();
        }
        boolean before = inForce(now, zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(day -> boundaries(day, zone))
                .filter(at -> at.isAfter(now) && (until == null || at.isBefore(until)) && inForce(at, zone) != before)
                .findFirst();
    }

    private Stream<Instant> boundaries(LocalDate day, ZoneId zone) {
        Stream<LocalTime> ofDay = hours == null ? Stream.empty() : Stream.of(hours.first(), hours.last());
        return Stream.concat(Stream.of(LocalTime.MIDNIGHT), ofDay)
                .distinct()
                .map(time -> day.atTime(time).atZone(zone).toInstant())
                .sorted();
    }
}
