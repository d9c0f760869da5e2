-- Who may log in, and who is logged in. A plain register; the audit of what they did is the incident log.

CREATE TABLE account (
    login         text        NOT NULL PRIMARY KEY CHECK (login = lower(login) AND length(login) BETWEEN 1 AND 128),
    password_hash text        NOT NULL, -- Argon2id, encoded with its parameters and salt
    role          text        NOT NULL CHECK (role IN
                      ('OPERATOR', 'SUPERVISOR', 'CREW', 'HOSPITAL', 'COMMITTEE', 'SECTOR', 'ADMIN')),
    unit_id       text,
    hospital_id   text,
    disabled      boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now(),
    -- A crew acts for one unit, a hospital for one hospital, everybody else for none: here too, not only in the code.
    CONSTRAINT account_is_bound CHECK (
        (role = 'CREW') = (unit_id IS NOT NULL) AND (role = 'HOSPITAL') = (hospital_id IS NOT NULL))
);

CREATE TABLE session (
    token_hash bytea       NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32), -- SHA-256; the token itself is nowhere
    login      text        NOT NULL REFERENCES account (login) ON UPDATE CASCADE ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

CREATE INDEX session_by_login ON session (login);
CREATE INDEX session_by_expiry ON session (expires_at);
