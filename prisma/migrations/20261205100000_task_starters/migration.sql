-- Whoever may report progress could write over anybody's, and over the server's own. The column is no key into `person`:
-- the installation's token has its tasks too. Of tasks that ran until now only administrators may go on.
ALTER TABLE "task" ADD COLUMN "started_by" TEXT;
