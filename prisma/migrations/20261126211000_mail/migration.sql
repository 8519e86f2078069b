-- What is on its way by mail, and who wants to be told so.
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "mail_next_at_idx" ON "mail"("next_at");

ALTER TABLE "person"
    ADD COLUMN "told_by_mail" TEXT NOT NULL DEFAULT 'at-once',
    ADD COLUMN "digested_at" TIMESTAMPTZ(3);
ALTER TABLE "person"
    ADD CONSTRAINT "person_told_by_mail_check" CHECK ("told_by_mail" IN ('never', 'at-once', 'daily'));

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "mail" TO pasttense_app;
    END IF;
END
$$;
