-- The record of what happened, the boards written in the same transaction, and the queue from which others are told.

-- ── Registers ────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE station (
    id        text             NOT NULL PRIMARY KEY,
    name      text             NOT NULL,
    lat       double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
    lon       double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
    turnout_s integer          NOT NULL CHECK (turnout_s BETWEEN 0 AND 3600)
);

CREATE TABLE unit (
    id             text             NOT NULL PRIMARY KEY,
    call_sign      text             NOT NULL UNIQUE,
    station_id     text             NOT NULL REFERENCES station (id),
    capabilities   text[]           NOT NULL,
    vehicle        text             NOT NULL,
    device_id      text             UNIQUE, -- what its tracking device calls itself
    on_duty        boolean          NOT NULL DEFAULT true,
    -- The newest fix by the device's clock; the rest is in avl_fix.
    fix_lat        double precision,
    fix_lon        double precision,
    fix_at         timestamptz,
    fix_speed_mps  double precision,
    fix_heading    double precision,
    fix_accuracy_m double precision
);

CREATE TABLE hospital (
    id          text             NOT NULL PRIMARY KEY,
    name        text             NOT NULL,
    level       text             NOT NULL,
    lat         double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
    lon         double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
    phone       text,
    services    text[]           NOT NULL DEFAULT '{}',
    ems_traffic text             NOT NULL DEFAULT 'NORMAL' CHECK (ems_traffic IN ('NORMAL', 'ADVISORY', 'CLOSED')),
    as_of       timestamptz, -- when its capacity was last said or confirmed
    reporter    text
);

-- ── What happened to an incident ─────────────────────────────────────────────────────────────────────────────────────

-- A sequence, not a counter row: a counter row would make every alert wait for the commit of the one before. A number
-- may be skipped when a transaction fails; none is given twice.
CREATE SEQUENCE incident_number;

CREATE TABLE incident (
    id            uuid        NOT NULL PRIMARY KEY,
    number        text        NOT NULL UNIQUE,
    tracking_code text        NOT NULL UNIQUE,
    status        text        NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'MERGED')),
    kind          text        NOT NULL,
    priority      text        NOT NULL,
    lat           double precision,
    lon           double precision,
    opened_at     timestamptz NOT NULL,
    version       bigint      NOT NULL CHECK (version >= 1)
);

CREATE INDEX incident_open_around ON incident (lat, lon) WHERE status = 'OPEN';
CREATE INDEX incident_open_queue ON incident (priority, opened_at) WHERE status = 'OPEN';

CREATE TABLE incident_event (
    incident_id uuid        NOT NULL REFERENCES incident (id),
    version     bigint      NOT NULL CHECK (version >= 1),
    type        text        NOT NULL,
    body        jsonb       NOT NULL,
    written_by  text        NOT NULL,
    written_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (incident_id, version) -- the rule "one next event"
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER incident_event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a caller was told, so that the same alert again is told the same.
CREATE TABLE alert_receipt (
    key         text        NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    body_hash   text        NOT NULL,
    alert_id    uuid        NOT NULL UNIQUE,
    incident_id uuid        NOT NULL REFERENCES incident (id),
    received_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX alert_receipt_by_incident ON alert_receipt (incident_id);

-- ── Claims: who has the unit, who has the bed ────────────────────────────────────────────────────────────────────────

CREATE TABLE assignment (
    id          uuid        NOT NULL PRIMARY KEY,
    incident_id uuid        NOT NULL REFERENCES incident (id),
    unit_id     text        NOT NULL REFERENCES unit (id),
    hospital_id text        REFERENCES hospital (id),
    status      text        NOT NULL,
    active      boolean     NOT NULL,
    notified_at timestamptz NOT NULL
);

-- The rule "one unit, one active assignment". The incident's version does not protect the unit; this does.
CREATE UNIQUE INDEX one_unit_one_assignment ON assignment (unit_id) WHERE active;
CREATE INDEX assignment_by_incident ON assignment (incident_id);
CREATE INDEX assignment_incoming ON assignment (hospital_id) WHERE active;

-- One press of one device, once.
CREATE TABLE press (
    device_id     text   NOT NULL,
    seq           bigint NOT NULL CHECK (seq >= 0),
    assignment_id uuid   NOT NULL REFERENCES assignment (id),
    status        text   NOT NULL,
    PRIMARY KEY (device_id, seq)
);

CREATE TABLE hospital_bed (
    hospital_id text    NOT NULL REFERENCES hospital (id),
    kind        text    NOT NULL,
    reported    integer NOT NULL CHECK (reported >= 0),
    held        integer NOT NULL DEFAULT 0 CHECK (held >= 0),
    -- How many are promised beyond what is reported now: only a hospital that lowers its number makes this grow.
    conflict    integer NOT NULL DEFAULT 0 CHECK (conflict >= 0),
    PRIMARY KEY (hospital_id, kind),
    CONSTRAINT a_bed_is_held_once CHECK (held <= reported + conflict)
);

CREATE TABLE bed_hold (
    assignment_id uuid        NOT NULL REFERENCES assignment (id),
    hospital_id   text        NOT NULL,
    kind          text        NOT NULL,
    state         text        NOT NULL CHECK (state IN
                      ('FIRM', 'CONFIRMED', 'ARRIVED', 'OCCUPIED', 'RELEASED', 'REFUSED', 'EXPIRED')),
    expires_at    timestamptz NOT NULL,
    expiry_told   boolean     NOT NULL DEFAULT false,
    held_at       timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (hospital_id, kind) REFERENCES hospital_bed (hospital_id, kind)
);

CREATE UNIQUE INDEX one_assignment_one_hold ON bed_hold (assignment_id) WHERE state IN ('FIRM', 'CONFIRMED', 'ARRIVED');
CREATE INDEX bed_hold_running ON bed_hold (hospital_id, kind, expires_at) WHERE state IN ('FIRM', 'CONFIRMED', 'ARRIVED');
CREATE INDEX bed_hold_expired_untold ON bed_hold (expires_at) WHERE state = 'EXPIRED' AND NOT expiry_told;

CREATE TABLE capacity_report (
    id          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hospital_id text        NOT NULL REFERENCES hospital (id),
    body        jsonb       NOT NULL,
    reporter    text        NOT NULL,
    reported_at timestamptz NOT NULL
);

CREATE INDEX capacity_report_by_hospital ON capacity_report (hospital_id, reported_at DESC);

CREATE TRIGGER capacity_report_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON capacity_report
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Roads ────────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE road_closure (
    id           uuid        NOT NULL PRIMARY KEY,
    extent       jsonb       NOT NULL,
    reason       text        NOT NULL,
    passable_for text[]      NOT NULL,
    from_at      timestamptz NOT NULL,
    until_at     timestamptz,
    entered_by   text        NOT NULL,
    lifted_at    timestamptz,
    lifted_by    text
);

CREATE INDEX road_closure_in_force ON road_closure (from_at) WHERE lifted_at IS NULL;

-- ── Positions: history by the day of receipt, dropped day by day ─────────────────────────────────────────────────────

CREATE TABLE avl_fix (
    unit_id     text             NOT NULL,
    fixed_at    timestamptz      NOT NULL,
    lat         double precision NOT NULL,
    lon         double precision NOT NULL,
    speed_mps   double precision,
    heading     double precision,
    accuracy_m  double precision,
    received_at timestamptz      NOT NULL DEFAULT now()
) PARTITION BY RANGE (received_at);

-- Catches what no day was prepared for, so that no fix is ever refused for want of a partition.
CREATE TABLE avl_fix_other PARTITION OF avl_fix DEFAULT;

CREATE FUNCTION prepare_avl_days(days integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    day date;
BEGIN
    FOR i IN 1 .. days LOOP -- from tomorrow on: today's rows may already be in the default partition
        day := (now() AT TIME ZONE 'UTC')::date + i;
        EXECUTE format(
            'CREATE TABLE IF NOT EXISTS %I PARTITION OF avl_fix FOR VALUES FROM (%L) TO (%L)',
            'avl_fix_' || to_char(day, 'YYYYMMDD'),
            day::timestamp AT TIME ZONE 'UTC',
            (day + 1)::timestamp AT TIME ZONE 'UTC');
    END LOOP;
END $$;

CREATE INDEX avl_fix_by_unit ON avl_fix (unit_id, fixed_at DESC);

-- ── Telling others ───────────────────────────────────────────────────────────────────────────────────────────────────

-- What changed, in the order of commits not yet known: rows wait here until every transaction before them has ended.
CREATE TABLE change (
    id           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    kind         text        NOT NULL CHECK (kind IN ('incident', 'unit', 'hospital', 'road-closure')),
    subject      text        NOT NULL,
    version      bigint,
    event_type   text,
    unit_ids     text[]      NOT NULL DEFAULT '{}',
    hospital_ids text[]      NOT NULL DEFAULT '{}',
    at           timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The same, numbered 1, 2, 3 … without a gap, for everyone who listens; a listener that missed some asks from there.
CREATE TABLE feed (
    seq          bigint      NOT NULL PRIMARY KEY,
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    version      bigint,
    event_type   text,
    unit_ids     text[]      NOT NULL,
    hospital_ids text[]      NOT NULL,
    at           timestamptz NOT NULL
);

-- Who has been told of what: at least once, recorded after it was done.
CREATE TABLE delivery (
    seq       bigint      NOT NULL REFERENCES feed (seq),
    recipient text        NOT NULL,
    told_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (seq, recipient)
);

-- How far each teller has come.
CREATE TABLE relay_position (
    relay text   NOT NULL PRIMARY KEY,
    seq   bigint NOT NULL
);
