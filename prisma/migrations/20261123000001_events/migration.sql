-- The event store. It lives in a schema of its own, which Prisma's model leaves out: partitions made at run time are
-- no drift. ids and names are compared byte by byte (COLLATE "C"): faster, and the same on every machine.

CREATE SCHEMA events;

-- ---------------------------------------------------------------- dictionaries

-- Every type name that was ever seen, whether the catalog knows it or not. Events carry the small integer.
CREATE TABLE events.type (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  first_seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE events.version (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type_id integer NOT NULL REFERENCES events.type (id),
  -- Empty where an event named only a schema id that no catalog knew.
  label text COLLATE "C" NOT NULL,
  UNIQUE (type_id, label)
);

-- ---------------------------------------------------------------- records: INSERT and SELECT only

-- The ledger: one row per event for ever, narrow. It decides which delivery of an event wins, since a unique key across
-- time partitions is not to be had, and outlives the payload.
CREATE TABLE events.event_key (
  event_id text COLLATE "C" NOT NULL,
  -- The parent's chain where the parent was known, else the missing parent's id, else the event's own id.
  chain_id text COLLATE "C" NOT NULL,
  received_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  type_id integer NOT NULL,
  version_id integer NOT NULL,
  -- First 128 bits of the SHA-256 of the message as received.
  content_hash uuid NOT NULL,
  PRIMARY KEY (event_id)
) PARTITION BY HASH (event_id);

CREATE TABLE events.event (
  -- Commit order: readable below pg_snapshot_xmin(pg_current_snapshot()) without gaps.
  position xid8 NOT NULL DEFAULT pg_current_xact_id(),
  created_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  type_id integer NOT NULL,
  version_id integer NOT NULL,
  -- Bits: 1 imported, 2 the data block was called payload, 4 the producer was concluded, not sent,
  -- 8 the schema was named by its id alone.
  traits smallint NOT NULL DEFAULT 0,
  -- At receipt: 0 unknown, 1 valid, 2 invalid. A later judgement stands in events.validity.
  validity smallint NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  chain_id text COLLATE "C" NOT NULL,
  parent_event_id text COLLATE "C",
  trace_id text COLLATE "C",
  owner_id text COLLATE "C",
  producer text COLLATE "C",
  -- As sent in meta.schema_id.
  schema_id text COLLATE "C",
  -- json, not jsonb: it keeps what was sent to the letter. Null after erasure.
  data json,
  -- What meta says beyond the columns.
  meta json,
  problems json
) PARTITION BY RANGE (received_at);

CREATE INDEX ON events.event (chain_id);
CREATE INDEX ON events.event (type_id, created_at);
CREATE INDEX ON events.event (created_at);
CREATE INDEX ON events.event (position);
-- Few, and often looked for.
CREATE INDEX ON events.event (created_at) WHERE validity = 2;

-- Who erased what, when and why. The body of an event may be taken away only where a row stands here.
CREATE TABLE events.erasure (
  event_id text COLLATE "C" PRIMARY KEY,
  erased_at timestamptz NOT NULL DEFAULT now(),
  reason text NOT NULL,
  actor text NOT NULL
);

-- ---------------------------------------------------------------- side tables: what may change

-- Missing parents, and at the same time the links still to make: deleting a row is the one moment its link is made and
-- its edge is counted.
CREATE TABLE events.orphan (
  parent_event_id text COLLATE "C" NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  type_id integer NOT NULL,
  producer text COLLATE "C" NOT NULL,
  hour timestamptz NOT NULL,
  PRIMARY KEY (parent_event_id, event_id)
);

-- Undirected edges between chain ids: a chain is the connected component. Compacted rows form stars: (root, member).
CREATE TABLE events.chain_alias (
  chain_id text COLLATE "C" NOT NULL,
  other_id text COLLATE "C" NOT NULL,
  compacted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (chain_id, other_id)
);
CREATE INDEX ON events.chain_alias (other_id);
CREATE INDEX ON events.chain_alias (chain_id) WHERE NOT compacted;

-- Trace ids ('t' || id) and business keys ('k' || value), hashed, once per chain and week (of receipt, since 1970).
CREATE TABLE events.chain_search_key (
  h bigint NOT NULL,
  chain_id text COLLATE "C" NOT NULL,
  week smallint NOT NULL,
  PRIMARY KEY (h, chain_id, week)
);

-- Counted by the delivery that won, in its transaction: exactly once. Hours and days of receipt, in UTC.
CREATE TABLE events.hourly_count (
  type_id integer NOT NULL,
  hour timestamptz NOT NULL,
  version_id integer NOT NULL,
  validity smallint NOT NULL,
  producer text COLLATE "C" NOT NULL,
  owner_id text COLLATE "C" NOT NULL,
  count bigint NOT NULL,
  last_received_at timestamptz NOT NULL,
  PRIMARY KEY (type_id, hour, version_id, validity, producer, owner_id)
) WITH (fillfactor = 70);

CREATE TABLE events.daily_count (
  day date NOT NULL,
  type_id integer NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (day, type_id)
) WITH (fillfactor = 70);

-- How often a type led to another, at the hour the parent was received, whenever the child came. Rows of one edge with
-- different delays are its histogram: adding the counts merges two of them. The child's producer is who consumed.
CREATE TABLE events.edge_count (
  from_type_id integer NOT NULL,
  hour timestamptz NOT NULL,
  from_version_id integer NOT NULL,
  to_type_id integer NOT NULL,
  to_producer text COLLATE "C" NOT NULL,
  -- See events.delay_bucket.
  delay smallint NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (from_type_id, hour, from_version_id, to_type_id, to_producer, delay)
) WITH (fillfactor = 70);
CREATE INDEX ON events.edge_count (to_type_id, hour);

-- Deliveries of an event beyond the first, with the same content.
CREATE TABLE events.delivery (
  event_id text COLLATE "C" PRIMARY KEY,
  count bigint NOT NULL,
  last_at timestamptz NOT NULL
);

-- Other content that came under the id of a stored event. Null bodies after erasure.
CREATE TABLE events.conflict (
  event_id text COLLATE "C" NOT NULL,
  content_hash uuid NOT NULL,
  received_at timestamptz NOT NULL,
  data json,
  meta json,
  count bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (event_id, content_hash)
);

-- Judgements later than receipt, when a schema was published after its events.
CREATE TABLE events.validity (
  event_id text COLLATE "C" PRIMARY KEY,
  validity smallint NOT NULL,
  problems json,
  checked_at timestamptz NOT NULL DEFAULT now()
);

-- Messages that were no events. The same bytes again are counted, not kept twice.
CREATE TABLE events.quarantine (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  raw_hash uuid NOT NULL UNIQUE,
  received_at timestamptz NOT NULL DEFAULT now(),
  -- At most 1 MiB; `bytes` is how long the message was.
  raw bytea NOT NULL,
  bytes integer NOT NULL,
  problems json NOT NULL,
  event_id text COLLATE "C",
  type text COLLATE "C",
  imported boolean NOT NULL,
  count bigint NOT NULL DEFAULT 1,
  retried_at timestamptz
);

CREATE TABLE events.quarantine_usage (
  id integer PRIMARY KEY CHECK (id = 1),
  messages bigint NOT NULL,
  bytes bigint NOT NULL
);
INSERT INTO events.quarantine_usage VALUES (1, 0, 0);

-- ---------------------------------------------------------------- functions

-- Half octaves of milliseconds: 0 up to 1 ms, then two buckets a doubling. Merging needs equal bounds everywhere, so
-- this is the only place that knows them, but for their inverse in lib/domain/flow/delay.ts.
CREATE FUNCTION events.delay_bucket(parent timestamptz, child timestamptz) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN child - parent <= interval '1 millisecond' THEN 0
    ELSE least(floor(2 * ln((extract(epoch FROM child - parent) * 1000)::float8) / ln(2::float8)) + 1, 200)
  END::smallint
$$;

-- Refuses every change of a record.
CREATE FUNCTION events.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A record cannot be changed: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

-- The same for events, but for one thing: the body goes where an erasure is on record.
CREATE FUNCTION events.refuse_event_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.data IS NULL AND NEW.meta IS NULL AND NEW.problems IS NULL
    AND (NEW.position, NEW.created_at, NEW.received_at, NEW.type_id, NEW.version_id, NEW.traits, NEW.validity,
         NEW.event_id, NEW.chain_id, NEW.parent_event_id, NEW.trace_id, NEW.owner_id, NEW.producer, NEW.schema_id)
      IS NOT DISTINCT FROM
        (OLD.position, OLD.created_at, OLD.received_at, OLD.type_id, OLD.version_id, OLD.traits, OLD.validity,
         OLD.event_id, OLD.chain_id, OLD.parent_event_id, OLD.trace_id, OLD.owner_id, OLD.producer, OLD.schema_id)
    AND EXISTS (SELECT FROM events.erasure WHERE event_id = OLD.event_id)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A stored event cannot be changed: % of %', TG_OP, OLD.event_id
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON events.event
  FOR EACH ROW EXECUTE FUNCTION events.refuse_event_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON events.event_key
  FOR EACH ROW EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON events.erasure
  FOR EACH ROW EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON events.event
  FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON events.event_key
  FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON events.erasure
  FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();

DO $$
BEGIN
  FOR i IN 0..7 LOOP
    EXECUTE format('CREATE TABLE events.event_key_%s PARTITION OF events.event_key FOR VALUES WITH (MODULUS 8, REMAINDER %s)', i, i);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON events.event_key_%s FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change()', i);
  END LOOP;
END
$$;

-- Makes the partition of one day of receipt (UTC); false where it stands already. Made beside the table and attached,
-- which does not hold up those who receive meanwhile.
CREATE FUNCTION events.ensure_partition(day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  name text := 'event_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF to_regclass('events.' || name) IS NOT NULL THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('events.ensure_partition', 0));
  -- A query, since to_regclass would still remember what it did not find before the wait.
  IF EXISTS (SELECT FROM pg_class c WHERE c.relname = name AND c.relnamespace = 'events'::regnamespace) THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE events.%I (LIKE events.event INCLUDING DEFAULTS INCLUDING INDEXES)', name);
  EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON events.%I FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change()', name);
  EXECUTE format('ALTER TABLE events.event ATTACH PARTITION events.%I FOR VALUES FROM (%L) TO (%L)',
    name, day::timestamptz, (day + 1)::timestamptz);
  RETURN true;
END
$$;

-- Retention: drops whole days of events received before `day`; answers how many. The ledger stays.
CREATE FUNCTION events.drop_partitions_before(day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  name text;
  dropped integer := 0;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'events.event'::regclass AND c.relname < 'event_' || to_char(day, 'YYYYMMDD')
    ORDER BY c.relname
  LOOP
    EXECUTE format('DROP TABLE events.%I', name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END
$$;

-- Erasure of one event's personal data: its body, the bodies that conflicted with it, and broken messages that named
-- it. Id, hash, parent and times stay. False where no such event is stored; a second erasure keeps the first's record.
CREATE FUNCTION events.erase_event(target text, reason text, actor text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  receipt timestamptz;
BEGIN
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

-- Turns new alias edges into stars, the smaller star joining the larger, so that a chain is found in two steps however
-- it arrived. Answers how many edges it took. One process at a time; readers and writers need not wait.
CREATE FUNCTION events.compact_aliases(most integer) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  edge record;
  a text;
  b text;
  size_a bigint;
  size_b bigint;
  taken integer := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('events.compact_aliases', 0)) THEN RETURN 0; END IF;
  FOR edge IN SELECT chain_id, other_id FROM events.chain_alias WHERE NOT compacted LIMIT most LOOP
    DELETE FROM events.chain_alias WHERE chain_id = edge.chain_id AND other_id = edge.other_id;
    a := coalesce((SELECT chain_id FROM events.chain_alias WHERE other_id = edge.chain_id AND compacted), edge.chain_id);
    b := coalesce((SELECT chain_id FROM events.chain_alias WHERE other_id = edge.other_id AND compacted), edge.other_id);
    taken := taken + 1;
    CONTINUE WHEN a = b;
    SELECT count(*) INTO size_a FROM events.chain_alias WHERE chain_id = a AND compacted;
    SELECT count(*) INTO size_b FROM events.chain_alias WHERE chain_id = b AND compacted;
    IF size_a < size_b THEN
      SELECT b, a INTO a, b;
    END IF;
    -- A new edge may already say what a star edge is about to say.
    DELETE FROM events.chain_alias n WHERE NOT n.compacted AND n.chain_id = a
      AND (n.other_id = b OR n.other_id IN (SELECT m.other_id FROM events.chain_alias m WHERE m.chain_id = b AND m.compacted));
    UPDATE events.chain_alias SET chain_id = a WHERE chain_id = b AND compacted;
    INSERT INTO events.chain_alias (chain_id, other_id, compacted) VALUES (a, b, true);
  END LOOP;
  RETURN taken;
END
$$;

-- At most 1 GiB of messages in all; beyond it the message, and its whole request, is refused (SQLSTATE PT507).
CREATE FUNCTION events.count_quarantine() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  total bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE events.quarantine_usage u SET messages = u.messages + n.messages, bytes = u.bytes + n.bytes
      FROM (SELECT count(*) AS messages, coalesce(sum(length(raw)), 0) AS bytes FROM changed) n
      RETURNING u.bytes INTO total;
    IF total > 1073741824 THEN
      RAISE EXCEPTION 'The quarantine is full' USING ERRCODE = 'PT507';
    END IF;
  ELSE
    UPDATE events.quarantine_usage u SET messages = u.messages - n.messages, bytes = u.bytes - n.bytes
      FROM (SELECT count(*) AS messages, coalesce(sum(length(raw)), 0) AS bytes FROM changed) n;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER count_added AFTER INSERT ON events.quarantine REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION events.count_quarantine();
CREATE TRIGGER count_removed AFTER DELETE ON events.quarantine REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION events.count_quarantine();

-- ---------------------------------------------------------------- rights

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA events FROM PUBLIC;

-- With a login of its own the app can add records, and nothing else; with a single login the triggers stand alone.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
    GRANT USAGE ON SCHEMA events TO pasttense_app;
    GRANT SELECT ON ALL TABLES IN SCHEMA events TO pasttense_app;
    GRANT INSERT ON events.type, events.version, events.event, events.event_key TO pasttense_app;
    GRANT INSERT, UPDATE, DELETE ON events.orphan, events.chain_alias, events.chain_search_key, events.hourly_count,
      events.daily_count, events.edge_count, events.delivery, events.conflict, events.validity, events.quarantine
      TO pasttense_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA events TO pasttense_app;
    GRANT EXECUTE ON FUNCTION events.delay_bucket, events.ensure_partition, events.drop_partitions_before,
      events.erase_event, events.compact_aliases TO pasttense_app;
    -- Trigger functions run with the rights of whoever writes.
    GRANT EXECUTE ON FUNCTION events.refuse_change, events.refuse_event_change, events.count_quarantine TO pasttense_app;
  END IF;
END
$$;
