-- What happened, once, for feeds and webhooks; and what is on its way to somebody's server.
CREATE TABLE "news" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "owner" TEXT,
    "version" TEXT,
    "draft_id" TEXT,
    "is_breaking" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_name" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "kinds" TEXT[],
    "owner" TEXT,
    "event_type" TEXT,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "off_reason" TEXT NOT NULL DEFAULT '',
    "failing_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_answer" TEXT NOT NULL DEFAULT '',
    "last_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "news_at_idx" ON "news"("at");
CREATE INDEX "news_event_type_at_idx" ON "news"("event_type", "at");
CREATE INDEX "webhook_delivery_webhook_id_created_at_idx" ON "webhook_delivery"("webhook_id", "created_at");

ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "webhook_delivery"
    ADD CONSTRAINT "webhook_delivery_state_check" CHECK ("state" IN ('waiting', 'delivered', 'failed'));

-- What is due is asked for all the time; what was delivered is most of the table.
CREATE INDEX "webhook_delivery_due_idx" ON "webhook_delivery"("next_at") WHERE "state" = 'waiting';

-- Feeds begin with what the catalog knows already.
INSERT INTO "news" ("id", "kind", "event_type", "owner", "version", "draft_id", "is_breaking", "reason", "by_name", "at")
SELECT gen_random_uuid()::text, 'VersionPublished', e."name", o."slug", v."label", s."draft_id",
       coalesce(s."breaking_reason", '') <> '', left(coalesce(nullif(s."breaking_reason", ''), v."notes"), 500),
       v."published_by", v."published_at"
  FROM "schema_version" v
  JOIN "event_type" e ON e."id" = v."event_type_id"
  LEFT JOIN "owner" o ON o."id" = e."owner_id"
  LEFT JOIN "schema_version_origin" s ON s."version_id" = v."id";
INSERT INTO "news" ("id", "kind", "event_type", "owner", "version", "reason", "by_name", "at")
SELECT gen_random_uuid()::text, CASE t."status" WHEN 'retired' THEN 'VersionRetired' ELSE 'VersionDeprecated' END,
       e."name", o."slug", v."label", left(t."reason", 500), t."updated_by", t."updated_at"
  FROM "schema_version_status" t
  JOIN "schema_version" v ON v."id" = t."version_id"
  JOIN "event_type" e ON e."id" = v."event_type_id"
  LEFT JOIN "owner" o ON o."id" = e."owner_id"
 WHERE t."status" IN ('deprecated', 'retired');

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pasttense_app') THEN
        -- What happened stays so.
        GRANT SELECT, INSERT ON "news" TO pasttense_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook", "webhook_delivery" TO pasttense_app;
    END IF;
END
$$;
