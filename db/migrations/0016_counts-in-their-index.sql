DROP INDEX "case_count_team";--> statement-breakpoint
CREATE INDEX "case_count_team" ON "case_count" USING btree ("team_id","confidentiality","facet","value","n");