-- Whoever accepts a transfer keeps a bed for it until a unit is sent, whose hold takes its place; counted in hospital_bed.held.
ALTER TABLE transfer
    ADD COLUMN kept text,
    ADD FOREIGN KEY (to_hospital, kept) REFERENCES hospital_bed (hospital_id, kind),
    ADD CONSTRAINT only_who_accepted_keeps_a_bed CHECK (kept IS NULL OR to_hospital IS NOT NULL);
