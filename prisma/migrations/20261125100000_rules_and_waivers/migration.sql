-- A finding that somebody decided to live with, and why. By name, since a draft's event type may not be in the catalog yet.
-- Nothing is deleted: a waiver that was taken back still says who had given it.
CREATE TABLE "waiver" (
    "id" TEXT NOT NULL,
    "event_type_name" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "waiver_event_type_name_idx" ON "waiver"("event_type_name");

ALTER TABLE "waiver"
    ADD CONSTRAINT "waiver_reason_check" CHECK ("reason" <> ''),
    ADD CONSTRAINT "waiver_ended_check" CHECK (("ended_by" IS NULL) = ("ended_at" IS NULL));

-- What consumers of a deprecated version need: what to go to, and until when.
ALTER TABLE "schema_version_status"
    ADD COLUMN "successor_label" TEXT,
    ADD COLUMN "retires_on" DATE,
    ADD COLUMN "updated_by" TEXT NOT NULL DEFAULT '';

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
        GRANT SELECT, INSERT, UPDATE ON "waiver" TO pasttense_app;
    END IF;
END
$$;
