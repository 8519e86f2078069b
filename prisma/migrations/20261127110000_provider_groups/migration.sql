-- What the groups of the company's provider give is told apart from what an administrator gave: it goes when they do.

ALTER TABLE "membership" ADD COLUMN "by_group" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "person" ADD COLUMN "role_by_hand" TEXT;
