-- A chain was looked for in the partition of every day: a page from the disk each, and with 400 days 50 ms a chain, most
-- of it for planning and starting 400 index scans. Now it is known on which days its events were received.

-- Days of receipt (UTC) of a chain's events beside the day of the event that the chain is named after, which the ledger
-- tells: most chains live and end within one day and have no row here. A child received on its parent's day needs none
-- either, since the day is known by its parent.
CREATE TABLE events.chain_day (
  chain_id text COLLATE "C" NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (chain_id, day)
);
INSERT INTO events.chain_day (chain_id, day)
  SELECT DISTINCT e.chain_id, (e.received_at AT TIME ZONE 'UTC')::date
  FROM events.event e LEFT JOIN events.event_key k ON k.event_id = e.chain_id
  WHERE k.event_id IS NULL OR (k.received_at AT TIME ZONE 'UTC')::date <> (e.received_at AT TIME ZONE 'UTC')::date;

-- The stored events of some chains without their bodies, at most `most`, in no order. Partitions are chosen while the
-- statement starts, by parameters: chosen while a join runs, all of them would have to be opened first.
CREATE FUNCTION events.chain_events(chain_ids text[], most integer)
RETURNS TABLE (event_id text, chain_id text, parent_event_id text, trace_id text, type_id integer, version_id integer,
  owner_id text, producer text, created_at timestamptz, received_at timestamptz, validity smallint, traits smallint)
LANGUAGE plpgsql STABLE ROWS 12 SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  midnight timestamptz;
  fetched integer;
BEGIN
  FOR midnight IN
    -- Id by id: for a list of them PostgreSQL would look into all eight partitions of the ledger.
    SELECT date_trunc('day', k.received_at, 'UTC')
    FROM unnest(chain_ids) AS wanted(id)
    CROSS JOIN LATERAL (SELECT * FROM events.event_key WHERE event_key.event_id = wanted.id LIMIT 1) k
    UNION
    SELECT d.day::timestamp AT TIME ZONE 'UTC' FROM events.chain_day d WHERE d.chain_id = ANY (chain_ids)
  LOOP
    RETURN QUERY
      SELECT e.event_id, e.chain_id, e.parent_event_id, e.trace_id, e.type_id, e.version_id,
        e.owner_id, e.producer, e.created_at, e.received_at, e.validity, e.traits
      FROM events.event e
      WHERE e.chain_id = ANY (chain_ids)
        AND e.received_at >= midnight AND e.received_at < midnight + interval '24 hours'
      LIMIT most;
    GET DIAGNOSTICS fetched = ROW_COUNT;
    most := most - fetched;
    EXIT WHEN most <= 0;
  END LOOP;
END
$$;

-- One stored event with its body; no row where it was never stored, or retention took it.
CREATE FUNCTION events.stored_event(id text) RETURNS SETOF events.event
LANGUAGE plpgsql STABLE ROWS 1 SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  k record;
BEGIN
  SELECT l.type_id, l.created_at, l.received_at INTO k FROM events.event_key l WHERE l.event_id = id;
  RETURN QUERY
    SELECT e.* FROM events.event e
    WHERE e.type_id = k.type_id AND e.created_at = k.created_at AND e.received_at = k.received_at AND e.event_id = id;
END
$$;

REVOKE ALL ON FUNCTION events.chain_events, events.stored_event FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT SELECT, INSERT, DELETE ON events.chain_day TO pasttense_app;
    GRANT EXECUTE ON FUNCTION events.chain_events, events.stored_event TO pasttense_app;
  END IF;
END
$$;
