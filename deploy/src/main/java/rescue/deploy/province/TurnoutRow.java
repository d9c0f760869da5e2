package rescue.deploy.province;

import java.time.Duration;

/**
 * A row of {@code turnout.csv}: from "notified" to wheels rolling.
 *
 * @param station the id of a row of {@code stations.csv}, or {@code *} for every station without rows of its own
 * @param fromHour first hour of the day, local time, 0 to 23
 * @param toHour the hour at which it ends, 1 to 24
 */
public record TurnoutRow(String station, int fromHour, int toHour, Duration turnout, String source) {}
