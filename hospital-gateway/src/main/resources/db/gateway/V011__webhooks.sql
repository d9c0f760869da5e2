-- Where a hospital wants its news sent, and the outbox.
CREATE TABLE webhook (
    hospital_id   text        NOT NULL PRIMARY KEY,
    url           text        NOT NULL CHECK (url ~ '^https?://' AND length(url) <= 500),
    secret        text        NOT NULL, -- in clear: messages are signed with it
    registered_by text        NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE webhook_delivery (
    id           uuid        NOT NULL PRIMARY KEY DEFAULT gen_random_uuid(),
    hospital_id  text        NOT NULL REFERENCES webhook ON DELETE CASCADE,
    topic        text        NOT NULL CHECK (topic IN ('INCOMING', 'CAPACITY')),
    seq          bigint      NOT NULL,
    noted_at     timestamptz NOT NULL DEFAULT now(),
    tries        integer     NOT NULL DEFAULT 0,
    next_try_at  timestamptz NOT NULL DEFAULT now(),
    last_error   text,
    delivered_at timestamptz,
    parked_at    timestamptz,
    CHECK (delivered_at IS NULL OR parked_at IS NULL)
);

COMMENT ON COLUMN webhook_delivery.seq IS
    'the newest change it is about; what is sent is how things stand then, so that one delivery serves for many changes';
COMMENT ON COLUMN webhook_delivery.parked_at IS 'given up; the next change begins anew';

CREATE UNIQUE INDEX one_delivery_waits ON webhook_delivery (hospital_id, topic)
    WHERE delivered_at IS NULL AND parked_at IS NULL;
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_try_at) WHERE delivered_at IS NULL AND parked_at IS NULL;

-- How far the changes were looked at: one row.
CREATE TABLE webhook_position (
    one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    seq bigint  NOT NULL
);
