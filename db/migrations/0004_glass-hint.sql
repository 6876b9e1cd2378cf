CREATE TABLE "glass_hint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "glass_hint" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "glass_hint" ADD CONSTRAINT "glass_hint_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "glass_hint_case" ON "glass_hint" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "glass_hint_until" ON "glass_hint" USING btree ("until");--> statement-breakpoint
CREATE POLICY "glass_hint_select_clock" ON "glass_hint" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (until < now());--> statement-breakpoint
CREATE POLICY "glass_hint_delete_clock" ON "glass_hint" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (until < now());