-- Seen is now what somebody says by a press; before, a page that asked for its list had "seen" it in an empty room.
COMMENT ON COLUMN notice.seen_at IS 'when somebody at the hospital last said that it was seen';
