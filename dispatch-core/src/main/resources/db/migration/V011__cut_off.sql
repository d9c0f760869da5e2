-- Which places cannot be driven to, and the state of the roads of which that is true.

CREATE TABLE cut_off_place (
    kind     text             NOT NULL CHECK (kind IN ('SCENE', 'STATION', 'HOSPITAL', 'COMMUNE')),
    place_id text             NOT NULL,
    name     text             NOT NULL,
    lat      double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
    lon      double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
    since    timestamptz      NOT NULL,
    because  uuid[]           NOT NULL, -- road closures
    PRIMARY KEY (kind, place_id)
);

-- One row: whoever writes the places holds it, and an older state never replaces a newer one.
CREATE TABLE cut_off_state (
    only_one      boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
    roads_version bigint  NOT NULL
);
INSERT INTO cut_off_state (roads_version) VALUES (0);

ALTER TABLE change DROP CONSTRAINT change_kind_check;
ALTER TABLE change ADD CONSTRAINT change_kind_check
    CHECK (kind IN ('incident', 'unit', 'hospital', 'road-closure', 'cut-off'));
