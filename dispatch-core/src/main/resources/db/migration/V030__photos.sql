-- Photos of incidents: few, small, re-encoded by us; kept beside the events that tell of them, so that one backup has both.

CREATE TABLE photo (
    id            uuid        NOT NULL PRIMARY KEY,
    incident_id   uuid        NOT NULL REFERENCES incident (id),
    assignment_id uuid        REFERENCES assignment (id), -- null: from whoever reported
    sender_id     text        NOT NULL CHECK (length(sender_id) BETWEEN 1 AND 64),
    at            timestamptz NOT NULL,
    sent_by       text        NOT NULL,
    note          text,
    width         integer     NOT NULL CHECK (width > 0),
    height        integer     NOT NULL CHECK (height > 0),
    jpeg          bytea       NOT NULL,
    sha256        text        NOT NULL,
    kept_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Sent twice is kept once; and the index by which the photos of an incident are listed.
    CONSTRAINT photo_sent_once UNIQUE (incident_id, sender_id)
);

-- A JPEG cannot be packed any further; trying costs time.
ALTER TABLE photo ALTER COLUMN jpeg SET STORAGE EXTERNAL;

COMMENT ON COLUMN photo.at IS 'when it was taken, by the device''s clock';

COMMENT ON COLUMN press.status IS 'what was pressed: a status, PATIENT for a card, DESTINATION_ASK for the question for another hospital';
