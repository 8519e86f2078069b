-- A page of events goes on behind the last one before it: by creation, and among events of one creation by id, which no
-- index ends in. An import whose times are days gives any number of events one creation, and each page in their midst read
-- and sorted all of them. Receipt tells them apart as well: what one batch brought is all that shares it. It takes eight
-- bytes an entry, where an id takes forty.
DROP INDEX events.event_type_id_created_at_idx;
CREATE INDEX ON events.event (type_id, created_at, received_at);
DROP INDEX events.event_created_at_idx;
CREATE INDEX ON events.event (created_at, received_at);
DROP INDEX events.event_created_at_idx1;
CREATE INDEX ON events.event (created_at, received_at) WHERE validity = 2;

DROP INDEX events.validity_created_at_event_id_idx;
CREATE INDEX ON events.validity (created_at, received_at, event_id) WHERE validity = 2;
DROP INDEX events.validity_type_id_created_at_event_id_idx;
CREATE INDEX ON events.validity (type_id, created_at, received_at, event_id) WHERE validity = 2;
