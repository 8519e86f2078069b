-- The catalog. Tables, keys and indexes are what `npm run migration-sql` prints for prisma/schema.prisma; what Prisma cannot
-- say stands below them and inside them: collations, closed sets of values, immutability, the revision, grants.
-- Names, labels and ids are COLLATE "C": sorted by code point, the same on every server and version.

CREATE TABLE "domain" (
    "id" SERIAL NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "domain_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "owner" (
    "id" SERIAL NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "chat" TEXT,
    "on_call" TEXT,
    "url" TEXT,
    "domain_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "owner_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "service" (
    "id" SERIAL NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "repository_url" TEXT,
    "owner_id" INTEGER,
    "domain_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "event_type" (
    "id" SERIAL NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "entity" TEXT COLLATE "C",
    "operation" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "description" TEXT NOT NULL DEFAULT '',
    "owner_id" INTEGER,
    "domain_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_type_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "schema_version" (
    "id" TEXT COLLATE "C" NOT NULL,
    "event_type_id" INTEGER NOT NULL,
    "label" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "schema" TEXT NOT NULL,
    "examples" TEXT NOT NULL DEFAULT '[]',
    "notes" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT COLLATE "C" NOT NULL,
    "base_version_id" TEXT COLLATE "C",
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "schema_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "schema_version_status" (
    "version_id" TEXT COLLATE "C" NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schema_version_status_pkey" PRIMARY KEY ("version_id")
);

CREATE TABLE "declaration" (
    "event_type_id" INTEGER NOT NULL,
    "service_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("event_type_id","service_id","role")
);

CREATE TABLE "draft" (
    "id" TEXT COLLATE "C" NOT NULL,
    "event_type_name" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'domain',
    "entity" TEXT,
    "operation" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "owner_id" INTEGER,
    "domain_id" INTEGER,
    "label" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "schema" TEXT NOT NULL,
    "examples" TEXT NOT NULL DEFAULT '[]',
    "base_version_id" TEXT COLLATE "C",
    "state" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "published_version_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "setting" (
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "task" (
    "id" TEXT COLLATE "C" NOT NULL,
    "label" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "message" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "catalog_revision" (
    "id" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "catalog_revision_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "domain_slug_key" ON "domain"("slug");
CREATE UNIQUE INDEX "owner_slug_key" ON "owner"("slug");
CREATE INDEX "owner_domain_id_idx" ON "owner"("domain_id");
CREATE UNIQUE INDEX "service_slug_key" ON "service"("slug");
CREATE INDEX "service_owner_id_idx" ON "service"("owner_id");
CREATE INDEX "service_domain_id_idx" ON "service"("domain_id");
CREATE UNIQUE INDEX "event_type_name_key" ON "event_type"("name");
CREATE INDEX "event_type_owner_id_idx" ON "event_type"("owner_id");
CREATE INDEX "event_type_domain_id_idx" ON "event_type"("domain_id");
CREATE INDEX "event_type_entity_idx" ON "event_type"("entity");
CREATE INDEX "schema_version_base_version_id_idx" ON "schema_version"("base_version_id");
CREATE UNIQUE INDEX "schema_version_event_type_id_label_key" ON "schema_version"("event_type_id", "label");
CREATE UNIQUE INDEX "schema_version_event_type_id_ordinal_key" ON "schema_version"("event_type_id", "ordinal");
CREATE INDEX "declaration_service_id_idx" ON "declaration"("service_id");
CREATE INDEX "draft_event_type_name_idx" ON "draft"("event_type_name");
CREATE INDEX "draft_owner_id_idx" ON "draft"("owner_id");
CREATE INDEX "draft_domain_id_idx" ON "draft"("domain_id");

ALTER TABLE "owner" ADD CONSTRAINT "owner_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "service" ADD CONSTRAINT "service_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "service" ADD CONSTRAINT "service_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "event_type" ADD CONSTRAINT "event_type_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "event_type" ADD CONSTRAINT "event_type_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "schema_version" ADD CONSTRAINT "schema_version_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "schema_version" ADD CONSTRAINT "schema_version_base_version_id_fkey" FOREIGN KEY ("base_version_id") REFERENCES "schema_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "schema_version_status" ADD CONSTRAINT "schema_version_status_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "schema_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "draft" ADD CONSTRAINT "draft_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "draft" ADD CONSTRAINT "draft_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Closed sets of values, as lib/contracts has them.
ALTER TABLE "event_type"
    ADD CONSTRAINT "event_type_kind_check" CHECK ("kind" IN ('domain', 'cud')),
    ADD CONSTRAINT "event_type_operation_check" CHECK ("operation" IN ('created', 'updated', 'deleted')),
    ADD CONSTRAINT "event_type_status_check" CHECK ("status" IN ('draft', 'active', 'deprecated', 'retired'));
ALTER TABLE "schema_version"
    ADD CONSTRAINT "schema_version_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "schema_version_status"
    ADD CONSTRAINT "schema_version_status_status_check" CHECK ("status" IN ('active', 'deprecated', 'retired'));
ALTER TABLE "declaration"
    ADD CONSTRAINT "declaration_role_check" CHECK ("role" IN ('producer', 'consumer'));
ALTER TABLE "draft"
    ADD CONSTRAINT "draft_kind_check" CHECK ("kind" IN ('domain', 'cud')),
    ADD CONSTRAINT "draft_operation_check" CHECK ("operation" IN ('created', 'updated', 'deleted')),
    ADD CONSTRAINT "draft_state_check" CHECK ("state" IN ('draft', 'published', 'withdrawn')),
    ADD CONSTRAINT "draft_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "task"
    ADD CONSTRAINT "task_state_check" CHECK ("state" IN ('running', 'done', 'failed', 'cancelled'));
ALTER TABLE "catalog_revision"
    ADD CONSTRAINT "catalog_revision_one_row_check" CHECK ("id" = 1);

-- A published version never changes: others have built on it. What may change about it is its row in
-- schema_version_status. ALWAYS, so that no session setting of a replica turns the guard off.
CREATE FUNCTION "refuse_change_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published schema version cannot be changed or deleted'
        USING ERRCODE = 'restrict_violation', HINT = 'Publish a next version, or set the status of this one.';
END
$$;
CREATE TRIGGER "schema_version_is_immutable"
    BEFORE UPDATE OR DELETE OR TRUNCATE ON "schema_version"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_version"();
ALTER TABLE "schema_version" ENABLE ALWAYS TRIGGER "schema_version_is_immutable";

-- Every process keeps a search index of the catalog in memory and compares this number to know when it is stale. A row and
-- not a sequence: the new number must appear together with the change.
INSERT INTO "catalog_revision" ("id", "revision") VALUES (1, 1);
CREATE FUNCTION "bump_catalog_revision"() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    UPDATE "catalog_revision" SET "revision" = "revision" + 1 WHERE "id" = 1;
    RETURN NULL;
END
$$;
CREATE TRIGGER "domain_bumps_revision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "domain"
    FOR EACH STATEMENT EXECUTE FUNCTION "bump_catalog_revision"();
CREATE TRIGGER "owner_bumps_revision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "owner"
    FOR EACH STATEMENT EXECUTE FUNCTION "bump_catalog_revision"();
CREATE TRIGGER "service_bumps_revision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "service"
    FOR EACH STATEMENT EXECUTE FUNCTION "bump_catalog_revision"();
CREATE TRIGGER "event_type_bumps_revision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "event_type"
    FOR EACH STATEMENT EXECUTE FUNCTION "bump_catalog_revision"();
CREATE TRIGGER "schema_version_bumps_revision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "schema_version"
    FOR EACH STATEMENT EXECUTE FUNCTION "bump_catalog_revision"();
CREATE TRIGGER "schema_version_status_bumps_revision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "schema_version_status"
    FOR EACH STATEMENT EXECUTE FUNCTION "bump_catalog_revision"();
CREATE TRIGGER "declaration_bumps_revision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "declaration"
    FOR EACH STATEMENT EXECUTE FUNCTION "bump_catalog_revision"();

-- The app's own role, where there is one, holds no more than it needs: published versions it may only add and read.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
        GRANT USAGE ON SCHEMA public TO pasttense_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON
            "domain", "owner", "service", "event_type", "schema_version_status", "declaration", "draft", "setting", "task"
            TO pasttense_app;
        GRANT SELECT, INSERT ON "schema_version" TO pasttense_app;
        GRANT SELECT ON "catalog_revision" TO pasttense_app;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pasttense_app;
    END IF;
END
$$;
