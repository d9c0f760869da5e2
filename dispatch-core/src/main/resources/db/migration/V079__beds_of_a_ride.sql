-- A unit that carries several holds a bed for each of them, one row a bed; before, only one for the gravest.
ALTER TABLE bed_hold ADD COLUMN nr integer NOT NULL DEFAULT 1 CHECK (nr >= 1);
COMMENT ON COLUMN bed_hold.nr IS 'which of the beds of that kind that the assignment holds';

DROP INDEX one_assignment_one_hold;
CREATE UNIQUE INDEX one_bed_one_hold ON bed_hold (assignment_id, kind, nr) WHERE state IN ('FIRM', 'CONFIRMED', 'ARRIVED');
