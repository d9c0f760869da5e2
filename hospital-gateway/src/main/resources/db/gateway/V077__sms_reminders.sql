-- Each ward is asked once by text message for every count that it owes, whichever node the SMS gateway asks.
CREATE TABLE sms_reminder (
    hospital_id text        NOT NULL,
    since       timestamptz NOT NULL,
    asked_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (hospital_id, since)
);
COMMENT ON COLUMN sms_reminder.since IS 'since when the count is owed; 1970 for a ward that never counted';

-- Nothing is granted on it, as on the numbers.
ALTER TABLE sms_reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON sms_reminder TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
