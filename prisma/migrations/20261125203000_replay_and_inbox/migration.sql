-- A draft held against the events that are really sent, and what people are told.
-- CreateTable
CREATE TABLE "proposal_replay" (
    "id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "result" TEXT NOT NULL DEFAULT '{}',
    "message" TEXT NOT NULL DEFAULT '',
    "started_by" TEXT NOT NULL DEFAULT '',
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_replay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_item" (
    "id" SERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "draft_id" TEXT,
    "version" TEXT,
    "body" TEXT NOT NULL DEFAULT '',
    "because" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_replay_draft_id_idx" ON "proposal_replay"("draft_id");

-- CreateIndex
CREATE INDEX "inbox_item_person_id_id_idx" ON "inbox_item"("person_id", "id");

-- AddForeignKey
ALTER TABLE "proposal_replay" ADD CONSTRAINT "proposal_replay_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "proposal_replay"
    ADD CONSTRAINT "proposal_replay_state_check" CHECK ("state" IN ('running', 'done', 'failed', 'cancelled'));

-- What waits to be read is counted on every page.
CREATE INDEX "inbox_item_unread_idx" ON "inbox_item"("person_id") WHERE "read_at" IS NULL;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
        GRANT SELECT, INSERT, UPDATE ON "proposal_replay", "inbox_item" TO pasttense_app;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pasttense_app;
    END IF;
END
$$;
