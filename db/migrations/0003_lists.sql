DROP INDEX "case_file_situation";--> statement-breakpoint
DROP INDEX "case_file_risk";--> statement-breakpoint
DROP INDEX "case_file_silence";--> statement-breakpoint
DROP INDEX "case_file_review";--> statement-breakpoint
CREATE INDEX "case_file_open" ON "case_file" USING btree ("team_id","confidentiality","changed_at" DESC NULLS LAST,"id") WHERE "case_file"."workflow" in ('intake', 'active', 'monitoring');--> statement-breakpoint
CREATE INDEX "case_file_province" ON "case_file" USING btree ("team_id","confidentiality","province","changed_at" DESC NULLS LAST,"id") WHERE "case_file"."workflow" in ('intake', 'active', 'monitoring');--> statement-breakpoint
CREATE INDEX "case_file_flagged" ON "case_file" USING btree ("team_id","confidentiality","changed_at" DESC NULLS LAST,"id") WHERE "case_file"."is_flagged" and "case_file"."workflow" in ('intake', 'active', 'monitoring');--> statement-breakpoint
CREATE INDEX "case_file_situation" ON "case_file" USING btree ("team_id","confidentiality","situation","risk","changed_at" DESC NULLS LAST,"id") WHERE "case_file"."workflow" in ('intake', 'active', 'monitoring');--> statement-breakpoint
CREATE INDEX "case_file_risk" ON "case_file" USING btree ("team_id","confidentiality","risk","changed_at" DESC NULLS LAST,"id") WHERE "case_file"."workflow" in ('intake', 'active', 'monitoring');--> statement-breakpoint
CREATE INDEX "case_file_silence" ON "case_file" USING btree ("team_id","confidentiality","silent_since","id") WHERE "case_file"."workflow" in ('intake', 'active', 'monitoring');--> statement-breakpoint
CREATE INDEX "case_file_review" ON "case_file" USING btree ("team_id","confidentiality","review_due","id") WHERE "case_file"."workflow" in ('intake', 'active', 'monitoring');--> statement-breakpoint
INSERT INTO "case_count" ("team_id", "confidentiality", "facet", "value", "n")
SELECT f."team_id", f."confidentiality", v."facet", v."value", count(*)
  FROM "case_file" f,
       LATERAL (VALUES ('situation', f."situation"), ('risk', f."risk"), ('owner', f."owner_id"::text), ('silence', f."silent_since"::text),
                       ('review', to_char(f."review_due" AT TIME ZONE 'UTC', 'YYYY-MM-DD'))) AS v ("facet", "value")
 WHERE f."workflow" IN ('intake', 'active', 'monitoring') AND f."confidentiality" <> 'named' AND v."value" IS NOT NULL
 GROUP BY 1, 2, 3, 4;
