-- Pictures that businesses upload (A9, A11, B1, B3), encoded anew and kept here: one backup has everything, and every
-- process sees them. The columns that show one keep holding an address; that of an uploaded picture ends with its id.
-- Locks: nothing that is in use. Way back: drop the table; addresses that end with an id of it then lead nowhere.

-- CreateTable
CREATE TABLE "picture" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "source_hash" TEXT NOT NULL,
    "unused_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "picture_source_key" ON "picture"("tenant_id", "purpose", "source_hash");

ALTER TABLE picture
  ADD CONSTRAINT picture_purpose_ck CHECK (purpose IN ('logo', 'photo', 'service', 'portrait')),
  ADD CONSTRAINT picture_media_type_ck CHECK (media_type = 'image/webp'),
  ADD CONSTRAINT picture_hash_ck CHECK (source_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT picture_size_ck CHECK (
    width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600 AND byte_size = length(bytes) AND byte_size > 0);

-- Pictures are compressed already.
ALTER TABLE picture ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE picture ENABLE ROW LEVEL SECURITY;
ALTER TABLE picture FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON picture USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

GRANT SELECT, INSERT, UPDATE (unused_since), DELETE ON picture TO slotkeeper_app;
