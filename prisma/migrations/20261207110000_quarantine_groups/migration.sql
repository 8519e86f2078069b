-- One sender's mistake makes thousands of messages that say the same. They are counted by what is wrong, where, who sends
-- it and which type it says it is, as they come and go: counting a million when somebody looks would read all of them.

ALTER TABLE events.quarantine
  -- Of the first problem.
  ADD COLUMN code text COLLATE "C" NOT NULL DEFAULT '',
  -- As far as the envelope itself names it; what lies within is the sender's.
  ADD COLUMN place text COLLATE "C" NOT NULL DEFAULT '',
  -- When the same bytes came last.
  ADD COLUMN last_received_at timestamptz NOT NULL DEFAULT now();

UPDATE events.quarantine SET
  code = coalesce(problems->0->>'code', ''),
  last_received_at = received_at,
  place = coalesce((
    SELECT string_agg('/' || token, '' ORDER BY n) FROM (
      SELECT token, n, bool_and(token IN ('data', 'payload', 'meta', 'received_at', 'created_at', 'schema', 'name', 'version',
        'schema_id', 'event_id', 'parent_event_id', 'trace_id', 'owner_id', 'producer')) OVER (ORDER BY n) AS own
      FROM unnest(string_to_array(substr(problems->0->>'pointer', 2), '/')) WITH ORDINALITY AS t(token, n)
    ) tokens WHERE own
  ), '');

CREATE INDEX quarantine_group_newest ON events.quarantine (code, place, coalesce(sender, ''), coalesce(type, ''), id);

-- Messages that say the same. A sender or type that is not known is ''.
CREATE TABLE events.quarantine_group (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  sender text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  messages bigint NOT NULL,
  -- How often they came, the same bytes again included.
  deliveries bigint NOT NULL,
  first_received_at timestamptz NOT NULL,
  last_received_at timestamptz NOT NULL,
  UNIQUE (code, place, sender, type)
);
CREATE INDEX quarantine_group_last ON events.quarantine_group (last_received_at, id);

INSERT INTO events.quarantine_group (code, place, sender, type, messages, deliveries, first_received_at, last_received_at)
  SELECT code, place, coalesce(sender, ''), coalesce(type, ''), count(*), sum(count), min(received_at), max(last_received_at)
  FROM events.quarantine GROUP BY 1, 2, 3, 4;

-- A group goes with its last message. When its messages came first and last is not undone by some of them leaving.
CREATE FUNCTION events.count_quarantine_groups() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- One after another, as for the usage: groups that are counted in opposite orders would wait for each other.
  PERFORM 1 FROM events.quarantine_usage FOR UPDATE;
  IF TG_OP <> 'INSERT' THEN
    UPDATE events.quarantine_group g SET messages = g.messages - c.messages, deliveries = g.deliveries - c.deliveries
      FROM (SELECT code, place, coalesce(sender, '') AS sender, coalesce(type, '') AS type, count(*) AS messages,
              sum(count) AS deliveries FROM gone GROUP BY 1, 2, 3, 4) c
      WHERE (g.code, g.place, g.sender, g.type) = (c.code, c.place, c.sender, c.type);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO events.quarantine_group AS g
        (code, place, sender, type, messages, deliveries, first_received_at, last_received_at)
      SELECT code, place, coalesce(sender, ''), coalesce(type, ''), count(*), sum(count), min(received_at), max(last_received_at)
      FROM come GROUP BY 1, 2, 3, 4
      ON CONFLICT (code, place, sender, type) DO UPDATE SET
        messages = g.messages + excluded.messages,
        deliveries = g.deliveries + excluded.deliveries,
        first_received_at = least(g.first_received_at, excluded.first_received_at),
        last_received_at = greatest(g.last_received_at, excluded.last_received_at);
  END IF;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM events.quarantine_group g USING gone
      WHERE (g.code, g.place, g.sender, g.type) = (gone.code, gone.place, coalesce(gone.sender, ''), coalesce(gone.type, ''))
        AND g.messages = 0;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER group_added AFTER INSERT ON events.quarantine REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION events.count_quarantine_groups();
CREATE TRIGGER group_changed AFTER UPDATE ON events.quarantine REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION events.count_quarantine_groups();
CREATE TRIGGER group_removed AFTER DELETE ON events.quarantine REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION events.count_quarantine_groups();

REVOKE ALL ON FUNCTION events.count_quarantine_groups FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT SELECT ON events.quarantine_group TO pasttense_app;
    -- Trigger functions run with the rights of whoever writes.
    GRANT EXECUTE ON FUNCTION events.count_quarantine_groups TO pasttense_app;
  END IF;
END
$$;
