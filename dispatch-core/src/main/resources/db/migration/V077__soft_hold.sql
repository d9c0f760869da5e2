-- While somebody at a desk chooses, a bed of the hospital that she looks at is hers for a minute and a half, by this database's
-- clock, and other desks see it as taken. It stops no decision that is made: whoever sends a unit has the bed. So it is counted when
-- it is read, never in hospital_bed.held, and nothing needs to be tidied after a desk or a node that died.
CREATE TABLE soft_hold (
    incident_id uuid        PRIMARY KEY REFERENCES incident (id),
    hospital_id text        NOT NULL,
    kind        text        NOT NULL,
    taken_by    text        NOT NULL,
    expires_at  timestamptz NOT NULL,
    FOREIGN KEY (hospital_id, kind) REFERENCES hospital_bed (hospital_id, kind)
);
COMMENT ON TABLE soft_hold IS 'one for each incident that is being decided; what has run out stays until the incident is decided or chosen for again';

CREATE INDEX ON soft_hold (hospital_id, kind, expires_at);

-- The desks' affair: nothing is granted to hospitals, and the policy stands there for the day when somebody grants it.
ALTER TABLE soft_hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON soft_hold TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
