-- A hospital sees only itself. What it asks runs as a role that owns nothing, with its id as a setting of the transaction;
-- these policies show that role the rows of that id and no others. Without the setting it sees nothing.

-- A role belongs to the whole server, and whoever owns the tables need not be allowed to make one.
DO $$
DECLARE
    help constant text := format(
        'user %1$I may not act as the role rescue_hospital: an administrator says once'
        ' "CREATE ROLE rescue_hospital NOLOGIN; GRANT rescue_hospital TO %1$I;" and this is started again', current_user);
    act  constant text := CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
    BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rescue_hospital') THEN
            CREATE ROLE rescue_hospital NOLOGIN;
        END IF;
    EXCEPTION
        WHEN duplicate_object OR unique_violation THEN
            NULL; -- another database of this server was prepared at the same moment
    END;
    IF NOT pg_has_role(current_user, 'rescue_hospital', act) THEN
        EXECUTE format('GRANT rescue_hospital TO %I', current_user);
    END IF;
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION '%', help;
END $$;

DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO rescue_hospital', current_schema());
END $$;

ALTER TABLE hospital ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON hospital TO rescue_hospital USING (id = current_setting('rescue.hospital', true));
GRANT SELECT, UPDATE (services, ems_traffic, as_of, reporter, last_report) ON hospital TO rescue_hospital;

-- What it says of its beds; what is held of them is not its to write.
ALTER TABLE hospital_bed ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON hospital_bed TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
GRANT SELECT, INSERT (hospital_id, kind, reported), UPDATE (reported, conflict) ON hospital_bed TO rescue_hospital;

ALTER TABLE bed_hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON bed_hold TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
GRANT SELECT ON bed_hold TO rescue_hospital;

ALTER TABLE capacity_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON capacity_report TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
GRANT SELECT, INSERT (hospital_id, body, reporter, reported_at, key, corrects, stands_for)
    ON capacity_report TO rescue_hospital;

-- Who comes to it.
ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON assignment TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
GRANT SELECT ON assignment TO rescue_hospital;

-- It may say that it has changed itself, and nothing of anybody else.
ALTER TABLE change ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON change FOR INSERT TO rescue_hospital
    WITH CHECK (kind = 'hospital' AND subject = current_setting('rescue.hospital', true)
                AND hospital_ids = ARRAY[current_setting('rescue.hospital', true)]);
GRANT INSERT (kind, subject, hospital_ids) ON change TO rescue_hospital;

-- Nothing is granted on these; the policy stands there for the day when somebody grants it.
ALTER TABLE feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON feed TO rescue_hospital USING (current_setting('rescue.hospital', true) = ANY (hospital_ids));
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY its_own ON account TO rescue_hospital USING (hospital_id = current_setting('rescue.hospital', true));
