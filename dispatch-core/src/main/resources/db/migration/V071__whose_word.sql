-- Each figure with whose word it is, on which way it came and when it was counted: a kind of bed that the last report did not
-- name keeps its older word. Before, a hospital had one stamp for all, and the way stood in brackets after the name.

ALTER TABLE hospital ADD COLUMN source text CHECK (source IN ('PAGE', 'SMS', 'PHONE', 'EDXL', 'FHIR', 'API'));

ALTER TABLE capacity_report ADD COLUMN source text CHECK (source IN ('PAGE', 'SMS', 'PHONE', 'EDXL', 'FHIR', 'API'));

ALTER TABLE hospital_bed
    ADD COLUMN as_of    timestamptz,
    ADD COLUMN reporter text,
    ADD COLUMN source   text CHECK (source IN ('PAGE', 'SMS', 'PHONE', 'EDXL', 'FHIR', 'API')),
    ADD CHECK ((as_of IS NULL) = (reporter IS NULL));

COMMENT ON COLUMN hospital_bed.as_of IS 'when this kind was counted, or confirmed; empty for the register''s guess';
COMMENT ON COLUMN hospital_bed.source IS 'empty for what was said before this column; then it may stand after the reporter';
COMMENT ON COLUMN hospital.as_of IS 'the newest word of any kind';

-- From the history: the last line that named the kind, or confirmed all of them. It stays as it is, being append-only.
UPDATE hospital_bed b
SET as_of = said.reported_at, reporter = said.reporter
FROM (SELECT DISTINCT ON (r.hospital_id, k.kind) r.hospital_id, k.kind, r.reported_at, r.reporter
      FROM capacity_report r
      JOIN hospital_bed k ON k.hospital_id = r.hospital_id
      WHERE (r.body -> 'available') ? k.kind OR r.body ->> 'confirmed' = 'true'
      ORDER BY r.hospital_id, k.kind, r.reported_at DESC, r.id DESC) said
WHERE said.hospital_id = b.hospital_id AND said.kind = b.kind;

GRANT UPDATE (source) ON hospital TO rescue_hospital;
GRANT INSERT (source) ON capacity_report TO rescue_hospital;
GRANT INSERT (as_of, reporter, source), UPDATE (as_of, reporter, source) ON hospital_bed TO rescue_hospital;
