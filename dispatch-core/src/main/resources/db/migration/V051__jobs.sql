-- Who does what must be done once, and what could not be told.

-- One row for each such job. Whoever holds the job's advisory lock has the epoch that stands here; every write of the job
-- checks it in its own transaction, so that a node that was stopped and wakes up as yesterday's leader writes nothing.
CREATE TABLE job_epoch (
    job     text        PRIMARY KEY,
    epoch   bigint      NOT NULL,
    holder  text        NOT NULL,
    since   timestamptz NOT NULL DEFAULT now(),
    beat_at timestamptz NOT NULL DEFAULT now()
);

-- Changes of the feed that a teller could not tell: tried a few times, then set aside so that the others flow.
CREATE TABLE parked_change (
    relay           text        NOT NULL,
    seq             bigint      NOT NULL,
    tries           int         NOT NULL DEFAULT 1,
    reason          text        NOT NULL,
    first_failed_at timestamptz NOT NULL DEFAULT now(),
    parked_at       timestamptz,
    PRIMARY KEY (relay, seq)
);
