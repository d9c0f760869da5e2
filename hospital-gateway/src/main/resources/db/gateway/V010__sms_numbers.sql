-- Telephones whose messages count as a hospital's own word.
CREATE TABLE sms_number (
    phone       text NOT NULL PRIMARY KEY CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'), -- one telephone speaks for one house
    hospital_id text NOT NULL,
    who         text NOT NULL CHECK (length(who) BETWEEN 1 AND 100)
);

COMMENT ON COLUMN sms_number.phone IS 'international form (ITU-T E.164)';
COMMENT ON COLUMN sms_number.who IS 'as the reports from it are signed';
