-- A whole event type is left as a version is: for a reason, for another one, by a day. News say the last two, too.
ALTER TABLE "event_type"
    ADD COLUMN "status_since" TIMESTAMPTZ(3),
    ADD COLUMN "status_reason" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "successor_id" INTEGER,
    ADD COLUMN "retires_on" DATE;

CREATE INDEX "event_type_successor_id_idx" ON "event_type"("successor_id");

ALTER TABLE "event_type" ADD CONSTRAINT "event_type_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "event_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "event_type"
    ADD CONSTRAINT "event_type_successor_check" CHECK ("successor_id" <> "id"),
    -- What is in use is left for nothing.
    ADD CONSTRAINT "event_type_left_check" CHECK ("status" IN ('deprecated', 'retired')
        OR ("status_reason" = '' AND "successor_id" IS NULL AND "retires_on" IS NULL));

ALTER TABLE "news"
    ADD COLUMN "successor" TEXT,
    ADD COLUMN "retires_on" DATE;

-- Since when, the audit log knows.
UPDATE "event_type" SET "status_since" = (
    SELECT max(a."at") FROM "audit_entry" a
     WHERE a."action" = 'event-type-status-changed' AND a."subject" = "event_type"."name")
 WHERE "status" IN ('deprecated', 'retired');
