-- A new secret leaves its receiver time: the old one signs beside it for a while.
ALTER TABLE "webhook" ADD COLUMN "old_sealed_secret" TEXT;
ALTER TABLE "webhook" ADD COLUMN "old_secret_until" TIMESTAMPTZ(3);

-- A webhook that is given up is told in the inbox; it is about no event type.
ALTER TABLE "inbox_item" ALTER COLUMN "event_type" DROP NOT NULL;
ALTER TABLE "inbox_item" ADD COLUMN "webhook" TEXT;
