-- A patient goes on from one hospital to another. What was asked and answered stands in the incident's log; here is only whom it
-- concerns, so that either house sees it and is told of its changes, and no other.
CREATE TABLE transfer (
    incident_id   uuid PRIMARY KEY REFERENCES incident (id),
    from_hospital text NOT NULL REFERENCES hospital (id),
    to_hospital   text REFERENCES hospital (id) CHECK (to_hospital <> from_hospital),
    asked_at      timestamptz NOT NULL
);
COMMENT ON COLUMN transfer.to_hospital IS 'who is asked now, or has accepted; empty after a decline until another is asked';

CREATE INDEX ON transfer (from_hospital, asked_at DESC);
CREATE INDEX ON transfer (to_hospital, asked_at DESC);

ALTER TABLE transfer ENABLE ROW LEVEL SECURITY;
CREATE POLICY either_side ON transfer TO rescue_hospital
    USING (current_setting('rescue.hospital', true) IN (from_hospital, to_hospital));
GRANT SELECT ON transfer TO rescue_hospital;
