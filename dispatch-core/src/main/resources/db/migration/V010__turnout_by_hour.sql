-- How long a crew takes from "notified" to wheels rolling, by the hour of the station's own clock; turnout_s stays the
-- longest of the day. A station entered before this has no hours until the register is entered again.
ALTER TABLE station
    ADD COLUMN turnout_by_hour integer[] CHECK (cardinality(turnout_by_hour) = 24),
    ADD COLUMN turnout_zone    text,
    ADD CHECK ((turnout_by_hour IS NULL) = (turnout_zone IS NULL));
