-- An event whose type or version the catalog did not have stayed unchecked for ever, also after its schema was published.

-- Versions whose stored, unchecked events are still to be judged. Asked for by the publication, in its transaction; gone
-- when the last of them is judged.
CREATE TABLE events.late_check (
  type text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  -- Not before. Events that were received while the version was published may be stored a moment later; and each batch
  -- puts its version behind the others.
  turn_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '10 seconds',
  -- The last event that was judged, newest receipt first; null before the first one.
  received_at timestamptz,
  event_id text COLLATE "C",
  PRIMARY KEY (type, version)
);
CREATE INDEX ON events.late_check (turn_at);

-- Nothing wrote this table yet. What the event says stands here too, so that later judgements are found and counted
-- without looking for their events.
ALTER TABLE events.validity
  ADD COLUMN type_id integer NOT NULL,
  ADD COLUMN created_at timestamptz NOT NULL,
  ADD COLUMN received_at timestamptz NOT NULL;
CREATE INDEX ON events.validity (type_id, received_at, validity);
CREATE INDEX ON events.validity (created_at, event_id) WHERE validity = 2;
CREATE INDEX ON events.validity (type_id, created_at, event_id) WHERE validity = 2;

-- Few, in the order in which they are judged.
CREATE INDEX ON events.event (type_id, version_id, received_at, event_id) WHERE validity = 0;

-- Versions that were published after their events until now.
INSERT INTO events.late_check (type, version)
  SELECT t.name, v.label
  FROM events.version v
  JOIN events.type t ON t.id = v.type_id
  JOIN event_type c ON c.name = t.name
  JOIN schema_version s ON s.event_type_id = c.id AND s.label = v.label
  WHERE EXISTS (SELECT FROM events.hourly_count h WHERE h.type_id = t.id AND h.version_id = v.id AND h.validity = 0);

-- As before, but for the lock: a judgement of the body that is being erased would stay, with what it says of it.
CREATE OR REPLACE FUNCTION events.erase_event(target text, reason text, actor text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  receipt timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('events.late_check', 0));
  SELECT received_at INTO receipt FROM events.event_key WHERE event_id = target;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO events.erasure (event_id, reason, actor) VALUES (target, reason, actor) ON CONFLICT DO NOTHING;
  UPDATE events.event SET data = NULL, meta = NULL, problems = NULL
    WHERE event_id = target AND received_at = receipt;
  UPDATE events.conflict SET data = NULL, meta = NULL WHERE event_id = target;
  UPDATE events.validity SET problems = NULL WHERE event_id = target;
  DELETE FROM events.quarantine WHERE event_id = target;
  RETURN true;
END
$$;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON events.late_check TO pasttense_app;
  END IF;
END
$$;
