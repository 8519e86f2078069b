-- Whoever wants to receive queues behind this lock: what somebody reads for long is dropped a little later instead.
ALTER FUNCTION events.drop_oldest_day(date) SET lock_timeout = '200ms';
