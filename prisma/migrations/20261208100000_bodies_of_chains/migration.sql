-- Some events of chains with their bodies, by the chains and the days of receipt (midnight, UTC) that they are known to
-- have. A chain's events lie side by side; looked for one by one, each was found by two indexes of its own.
CREATE FUNCTION events.chain_bodies(ids text[], chain_ids text[], days timestamptz[])
RETURNS SETOF events.event
-- By a hash of the ids: of a large chain, each event would be compared with each id.
LANGUAGE plpgsql STABLE ROWS 12 SET plan_cache_mode = force_generic_plan SET enable_nestloop = off AS $$
DECLARE
  midnight timestamptz;
BEGIN
  FOR midnight IN SELECT unnest(days) LOOP
    RETURN QUERY
      SELECT e.* FROM events.event e
      WHERE e.chain_id = ANY (chain_ids)
        AND e.received_at >= midnight AND e.received_at < midnight + interval '24 hours'
        AND e.event_id IN (SELECT id COLLATE "C" FROM unnest(ids) AS wanted(id));
  END LOOP;
END
$$;

REVOKE ALL ON FUNCTION events.chain_bodies FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT EXECUTE ON FUNCTION events.chain_bodies TO pasttense_app;
  END IF;
END
$$;
