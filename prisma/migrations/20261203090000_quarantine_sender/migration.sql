-- A message that was tried again came from nobody any more: the event it became had lost the service that produced it.

-- The service whose token sent it; null where none is known, as for all that came before.
ALTER TABLE events.quarantine ADD COLUMN sender text COLLATE "C";
