-- For how many patients a vehicle has room at once; empty for as many as its class usually has.
ALTER TABLE unit
    ADD COLUMN lying   integer CHECK (lying BETWEEN 0 AND 20),
    ADD COLUMN sitting integer CHECK (sitting BETWEEN 0 AND 20),
    ADD CONSTRAINT unit_room_is_some CHECK ((lying IS NULL) = (sitting IS NULL) AND coalesce(lying + sitting, 1) > 0);
