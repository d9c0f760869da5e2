-- Alerts that were taken while the database was away: the code that the reporter was given then, and what it leads to.

CREATE TABLE waited_alert (
    tracking_code text        PRIMARY KEY,
    alert_id      uuid        NOT NULL,
    incident_id   uuid        NOT NULL REFERENCES incident (id),
    received_at   timestamptz NOT NULL,
    entered_at    timestamptz NOT NULL DEFAULT now()
);
