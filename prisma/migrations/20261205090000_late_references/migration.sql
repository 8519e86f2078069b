-- An event whose schema refers to a document that the catalog did not have stayed unchecked for ever, also after that
-- document was published.

-- One row where documents were published that others may refer to, and whose unchecked events are still to be found. Asked
-- for by the publication, in its transaction.
CREATE TABLE events.late_reference (
  asked boolean PRIMARY KEY DEFAULT true CHECK (asked),
  -- Not before: many are published together, and are looked for once.
  turn_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '10 seconds'
);

-- Documents that came until now.
INSERT INTO events.late_reference DEFAULT VALUES;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON events.late_reference TO pasttense_app;
  END IF;
END
$$;
