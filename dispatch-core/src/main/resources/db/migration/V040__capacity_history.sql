-- What hospitals said, as a history: a press counts once, a mistake is corrected and stays.

ALTER TABLE capacity_report
    ADD COLUMN key         text CHECK (length(key) BETWEEN 1 AND 200),
    ADD COLUMN corrects    bigint,
    ADD COLUMN stands_for  bigint,
    ADD COLUMN received_at timestamptz,
    ADD UNIQUE (hospital_id, id),
    ADD UNIQUE (hospital_id, key), -- sent twice is said once
    ADD UNIQUE (corrects),         -- whoever corrects a correction names that one
    ADD CHECK (corrects < id),
    ADD CHECK ((corrects IS NULL) = (stands_for IS NULL)),
    ADD FOREIGN KEY (hospital_id, corrects) REFERENCES capacity_report (hospital_id, id); -- its own only

-- After the column, so that reports from before it keep "unknown".
ALTER TABLE capacity_report ALTER COLUMN received_at SET DEFAULT clock_timestamp();

COMMENT ON COLUMN capacity_report.key IS 'of the press that sent it; the same press again writes nothing';
COMMENT ON COLUMN capacity_report.corrects IS 'the report that was a mistake';
COMMENT ON COLUMN capacity_report.stands_for IS
    'the first report of a chain of corrections: a correction speaks in its place, not after what was said since';
COMMENT ON COLUMN capacity_report.reported_at IS 'when it was counted';
COMMENT ON COLUMN capacity_report.received_at IS 'when we learned of it; a ward may have been offline';

ALTER TABLE hospital ADD COLUMN last_report bigint REFERENCES capacity_report (id);

COMMENT ON COLUMN hospital.last_report IS 'the newest; whoever reports on an older one has not seen it';

UPDATE hospital h SET last_report = (SELECT max(r.id) FROM capacity_report r WHERE r.hospital_id = h.id);
