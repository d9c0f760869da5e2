-- Each line of an incident's log carries a hash of itself and of the line before, so that one that was altered, taken out or put in by
-- whoever could get round the trigger is found, and named: event_chain_breaks. Lines from before this have none; the chain begins with
-- the next. A whole incident cannot be taken out unseen either: the feed would have a gap.
ALTER TABLE incident_event ADD COLUMN link bytea;

CREATE FUNCTION event_link(before bytea, incident_id uuid, version bigint, type text, body jsonb, written_by text, written_at timestamptz)
    RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(coalesce(before, ''::bytea) || convert_to(
        jsonb_build_array(incident_id, version, type, body, written_by, extract(epoch FROM written_at))::text, 'UTF8'))
$$;

CREATE FUNCTION link_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.link := event_link(
        (SELECT e.link FROM incident_event e WHERE e.incident_id = NEW.incident_id AND e.version = NEW.version - 1),
        NEW.incident_id, NEW.version, NEW.type, NEW.body, NEW.written_by, NEW.written_at);
    RETURN NEW;
END $$;

CREATE TRIGGER incident_event_is_chained
    BEFORE INSERT ON incident_event
    FOR EACH ROW EXECUTE FUNCTION link_event();

CREATE VIEW event_chain_breaks AS
    SELECT e.incident_id, e.version
    FROM (SELECT l.*, lag(l.link) OVER w AS link_before, lag(l.version) OVER w AS version_before
          FROM incident_event l
          WINDOW w AS (PARTITION BY l.incident_id ORDER BY l.version)) e
    WHERE (e.link IS NULL AND e.link_before IS NOT NULL)
       OR (e.link IS NOT NULL
           AND (e.version <> coalesce(e.version_before, 0) + 1
                OR e.link <> event_link(e.link_before, e.incident_id, e.version, e.type, e.body, e.written_by, e.written_at)));
COMMENT ON VIEW event_chain_breaks IS 'lines of the log that are not what was written, or stand after one that is missing; empty';
