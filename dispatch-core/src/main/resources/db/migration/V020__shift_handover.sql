-- What one shift wrote down for the next, and who took over. Neither is ever changed: a correction is another handover.

CREATE TABLE shift_handover (
    id           uuid        NOT NULL PRIMARY KEY,
    note         text        NOT NULL CHECK (length(note) BETWEEN 1 AND 8000),
    written_by   text        NOT NULL,
    written_at   timestamptz NOT NULL,
    incident_ids uuid[]      NOT NULL -- open at that moment, most urgent and then oldest first
);

CREATE INDEX shift_handover_newest ON shift_handover (written_at DESC, id DESC);

-- The key is the rule "the first who takes over counts".
CREATE TABLE shift_handover_acceptance (
    handover_id uuid        NOT NULL PRIMARY KEY REFERENCES shift_handover (id),
    accepted_by text        NOT NULL,
    accepted_at timestamptz NOT NULL
);

CREATE TRIGGER shift_handover_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON shift_handover
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER shift_handover_acceptance_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON shift_handover_acceptance
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE change DROP CONSTRAINT change_kind_check;
ALTER TABLE change ADD CONSTRAINT change_kind_check
    CHECK (kind IN ('incident', 'unit', 'hospital', 'road-closure', 'cut-off', 'handover'));
