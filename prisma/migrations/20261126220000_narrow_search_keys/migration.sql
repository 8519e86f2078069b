-- What chains are found by was the dearest part of storing an event: its unique key held the chain's id a second time,
-- and checking it while inserting cost as much as the body. A narrow index finds the same rows, newest weeks first;
-- that two lanes at once may write one of them twice does no harm to a search.
CREATE INDEX chain_search_key_h_week_idx ON events.chain_search_key (h, week, hashtext(chain_id));
ALTER TABLE events.chain_search_key DROP CONSTRAINT chain_search_key_pkey;
