-- A hospital sees only itself, here as in the core's tables, whose migration makes the role and says more.
GRANT USAGE ON SCHEMA gateway TO rescue_hospital;

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON notice TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
GRANT SELECT, INSERT (assignment_id, hospital_id, version, body), UPDATE (version, body, seen_at)
    ON notice TO rescue_hospital;

-- Nothing is granted on these; the policy stands there for the day when somebody grants it.
ALTER TABLE sms_number ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON sms_number TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON webhook TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON webhook_delivery TO rescue_hospital
    USING (hospital_id = current_setting('rescue.hospital', true));
