-- What hospitals were told of patients on their way to them, and when they looked.
CREATE TABLE notice (
    assignment_id uuid        NOT NULL,
    hospital_id   text        NOT NULL,
    version       bigint      NOT NULL CHECK (version > 0),
    body          jsonb       NOT NULL,
    first_told_at timestamptz NOT NULL DEFAULT now(),
    seen_at       timestamptz,
    PRIMARY KEY (assignment_id, hospital_id), -- told twice is told once
    CHECK (seen_at >= first_told_at)
);

COMMENT ON COLUMN notice.version IS 'of the incident; an older notice never replaces a newer one';
COMMENT ON COLUMN notice.body IS 'the newest notice, as told';
COMMENT ON COLUMN notice.seen_at IS 'when the hospital first asked for its list with this notice on it';

CREATE INDEX notice_of_hospital ON notice (hospital_id, first_told_at);
