-- A version that is published directly may break somebody, too: its reason is kept without a proposal.
ALTER TABLE "schema_version_origin" ALTER COLUMN "draft_id" DROP NOT NULL, ALTER COLUMN "revision" DROP NOT NULL;
