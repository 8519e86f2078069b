-- The way of a draft to publication: every saved revision, what was said of it, and where a version came from.
-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "author_id" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "author_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "content_revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "latest_seen_version_id" TEXT,
ADD COLUMN     "reviews_before_submission" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "verdict" TEXT;

-- CreateTable
CREATE TABLE "draft_revision" (
    "draft_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "only_documentation" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT NOT NULL DEFAULT '',
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_revision_pkey" PRIMARY KEY ("draft_id","revision")
);

-- CreateTable
CREATE TABLE "proposal_entry" (
    "id" SERIAL NOT NULL,
    "draft_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "as_reviewer" BOOLEAN NOT NULL DEFAULT false,
    "as_owner" BOOLEAN NOT NULL DEFAULT false,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_thread" (
    "id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "opened_at_pointer" TEXT NOT NULL,
    "pointer" TEXT NOT NULL,
    "is_gone" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL,
    "resolved_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_comment" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "suggestion" TEXT,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schema_version_origin" (
    "version_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "breaking_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "schema_version_origin_pkey" PRIMARY KEY ("version_id")
);

-- CreateIndex
CREATE INDEX "proposal_entry_draft_id_idx" ON "proposal_entry"("draft_id");

-- CreateIndex
CREATE INDEX "proposal_entry_actor_id_idx" ON "proposal_entry"("actor_id");

-- CreateIndex
CREATE INDEX "proposal_thread_draft_id_idx" ON "proposal_thread"("draft_id");

-- CreateIndex
CREATE INDEX "proposal_comment_thread_id_idx" ON "proposal_comment"("thread_id");

-- CreateIndex
CREATE INDEX "draft_state_submitted_at_idx" ON "draft"("state", "submitted_at");

-- AddForeignKey
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_entry" ADD CONSTRAINT "proposal_entry_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_thread" ADD CONSTRAINT "proposal_thread_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_comment" ADD CONSTRAINT "proposal_comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "proposal_thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schema_version_origin" ADD CONSTRAINT "schema_version_origin_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "schema_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "draft" DROP CONSTRAINT "draft_state_check";
ALTER TABLE "draft"
    ADD CONSTRAINT "draft_state_check" CHECK ("state" IN
        ('draft', 'in-review', 'changes-requested', 'approved', 'published', 'declined', 'withdrawn')),
    ADD CONSTRAINT "draft_content_revision_check" CHECK ("content_revision" BETWEEN 1 AND "revision"),
    ADD CONSTRAINT "draft_verdict_check" CHECK ("verdict" IN ('compatible', 'breaking', 'unknown'));
ALTER TABLE "proposal_entry"
    ADD CONSTRAINT "proposal_entry_event_check" CHECK ("event" IN
        ('revise', 'submit', 'comment', 'request-changes', 'approve', 'publish', 'decline', 'withdraw', 'reopen'));

-- Drafts that were begun before: their present revision is the first one kept, and what they continue is what their
-- authors last looked at. Who wrote them is not known.
UPDATE "draft" SET "latest_seen_version_id" = "base_version_id";
INSERT INTO "draft_revision" ("draft_id", "revision", "content", "actor_id", "actor_name", "saved_at")
SELECT d."id", d."revision", json_build_object(
        'event_type', d."event_type_name", 'kind', d."kind", 'entity', d."entity", 'operation', d."operation",
        'description', d."description", 'owner', o."slug", 'domain', m."slug", 'label', d."label",
        'summary', d."summary", 'schema_text', d."schema", 'examples_text', d."examples", 'base', v."label"
    )::text, '', '', d."updated_at"
FROM "draft" d
LEFT JOIN "owner" o ON o."id" = d."owner_id"
LEFT JOIN "domain" m ON m."id" = d."domain_id"
LEFT JOIN "schema_version" v ON v."id" = d."base_version_id";

-- Records: with a login of its own the app can only add to them, and with a single login the triggers stand alone.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['draft_revision', 'proposal_entry', 'proposal_comment', 'schema_version_origin'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"()', name || '_is_immutable', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_is_immutable');
    END LOOP;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
        GRANT SELECT, INSERT ON "draft_revision", "proposal_entry", "proposal_comment", "schema_version_origin" TO pasttense_app;
        GRANT SELECT, INSERT, UPDATE ON "proposal_thread" TO pasttense_app;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pasttense_app;
    END IF;
END
$$;
