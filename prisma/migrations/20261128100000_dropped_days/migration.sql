-- Which days are gone was found by comparing all days that were ever counted with the tables that are there; and nobody
-- knew how far in the log what is gone had reached, so a follower that had stayed away was not told what it had missed.
CREATE TABLE events.dropped_day (
  day date PRIMARY KEY,
  -- The last place in the log that an event of the day had; null where it was dropped before places were kept.
  position xid8,
  event_id text COLLATE "C"
);
INSERT INTO events.dropped_day (day)
  SELECT DISTINCT c.day FROM events.daily_count c
  WHERE to_regclass('events.event_' || to_char(c.day, 'YYYYMMDD')) IS NULL;

-- As before, and keeps which day that was. A day that was made ahead and stayed empty leaves nothing behind.
CREATE OR REPLACE FUNCTION events.drop_oldest_day(before date) RETURNS date
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '200ms' AS $$
DECLARE
  name text;
  dropped date;
BEGIN
  IF before > current_date THEN
    RAISE EXCEPTION 'The day before % is not over', before USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT c.relname INTO name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'events.event'::regclass AND c.relname < 'event_' || to_char(before, 'YYYYMMDD')
    ORDER BY c.relname LIMIT 1;
  IF name IS NULL THEN RETURN NULL; END IF;
  dropped := to_date(right(name, 8), 'YYYYMMDD');
  -- Dropping takes this lock too; taken first, nothing can come in behind the place that is kept.
  LOCK TABLE ONLY events.event IN ACCESS EXCLUSIVE MODE;
  EXECUTE format(
    'INSERT INTO events.dropped_day AS d (day, position, event_id)
       SELECT $1, e.position, e.event_id FROM events.%I e ORDER BY e.position DESC, e.event_id DESC LIMIT 1
     ON CONFLICT (day) DO UPDATE SET position = excluded.position, event_id = excluded.event_id', name) USING dropped;
  EXECUTE format('DROP TABLE events.%I', name);
  RETURN dropped;
END
$$;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT SELECT ON events.dropped_day TO pasttense_app;
  END IF;
END
$$;
