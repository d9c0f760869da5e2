-- What a road closure does beside closing, when it holds within a day and a year, and the numbered states of the roads.

ALTER TABLE road_closure
    ADD COLUMN effect       text NOT NULL DEFAULT 'CLOSED' CHECK (effect IN ('CLOSED', 'ONE_LANE', 'LIMIT', 'SLOW')),
    ADD COLUMN delay_s      integer,
    ADD COLUMN max_weight_t double precision CHECK (max_weight_t > 0),
    ADD COLUMN max_width_m  double precision CHECK (max_width_m > 0),
    ADD COLUMN factor       double precision CHECK (factor BETWEEN 1 AND 10),
    ADD COLUMN season_first text CHECK (season_first ~ '^\d\d-\d\d$'), -- month and day
    ADD COLUMN season_last  text CHECK (season_last ~ '^\d\d-\d\d$'),
    ADD COLUMN hours_first  time,
    ADD COLUMN hours_last   time,
    -- The revision with which it came, and with which it was lifted: what stood at any revision can be read again.
    ADD COLUMN entered_rev  bigint NOT NULL DEFAULT 1,
    ADD COLUMN lifted_rev   bigint,
    ADD CONSTRAINT an_effect_has_its_figures CHECK (CASE effect
        WHEN 'ONE_LANE' THEN delay_s IS NOT NULL AND delay_s BETWEEN 0 AND 7200
        WHEN 'LIMIT' THEN max_weight_t IS NOT NULL OR max_width_m IS NOT NULL
        WHEN 'SLOW' THEN factor IS NOT NULL
        ELSE true END),
    ADD CONSTRAINT a_season_has_two_ends CHECK ((season_first IS NULL) = (season_last IS NULL)),
    ADD CONSTRAINT hours_have_two_ends CHECK ((hours_first IS NULL) = (hours_last IS NULL) AND hours_first <> hours_last),
    ADD CONSTRAINT what_is_lifted_is_numbered CHECK ((lifted_at IS NULL) = (lifted_rev IS NULL)) NOT VALID;

UPDATE road_closure SET lifted_rev = 1 WHERE lifted_at IS NOT NULL;
ALTER TABLE road_closure VALIDATE CONSTRAINT what_is_lifted_is_numbered;
ALTER TABLE road_closure ALTER COLUMN entered_rev DROP DEFAULT;

CREATE INDEX road_closure_by_entered_rev ON road_closure (entered_rev);
CREATE INDEX road_closure_by_lifted_rev ON road_closure (lifted_rev) WHERE lifted_rev IS NOT NULL;

-- One row: whoever enters or lifts takes the next number and holds the row until his commit. So the numbers become
-- visible in their order, and "everything after revision n" misses nothing.
CREATE TABLE road_revision (
    only_one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
    revision bigint  NOT NULL
);
INSERT INTO road_revision (revision) VALUES (1);

-- A state of the roads of one map: what stood at that revision, as far as its times held at that instant. The version is
-- stored with every decision.
CREATE TABLE road_state (
    version  bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    map      text        NOT NULL,
    revision bigint      NOT NULL,
    at       timestamptz NOT NULL,
    in_force integer     NOT NULL CHECK (in_force >= 0),
    digest   text        NOT NULL -- of the ids in force: the same digest, the same state
);

CREATE INDEX road_state_newest ON road_state (map, version DESC);

CREATE TRIGGER road_state_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON road_state
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
