-- Retention took all days at once, and would have taken today as well, had anybody asked for it. Now it takes one day at a
-- time, never one that is not over, and gives up where somebody reads for long: whoever waits for this lock holds up all
-- who receive.
DROP FUNCTION events.drop_partitions_before(date);

-- Drops the oldest day of events received before `before` (UTC); answers which, null where there is none. The ledger and
-- the counts stay.
CREATE FUNCTION events.drop_oldest_day(before date) RETURNS date
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '2s' AS $$
DECLARE
  name text;
BEGIN
  IF before > current_date THEN
    RAISE EXCEPTION 'The day before % is not over', before USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT c.relname INTO name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'events.event'::regclass AND c.relname < 'event_' || to_char(before, 'YYYYMMDD')
    ORDER BY c.relname LIMIT 1;
  IF name IS NULL THEN RETURN NULL; END IF;
  EXECUTE format('DROP TABLE events.%I', name);
  RETURN to_date(right(name, 8), 'YYYYMMDD');
END
$$;
REVOKE ALL ON FUNCTION events.drop_oldest_day(date) FROM PUBLIC;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT EXECUTE ON FUNCTION events.drop_oldest_day(date) TO pasttense_app;
  END IF;
END
$$;
