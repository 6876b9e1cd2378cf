CREATE TABLE "likeness_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"for_case_id" uuid,
	"answer" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "likeness_answer_answer_known" CHECK ("likeness_answer"."answer" in ('same', 'different', 'unsure'))
);
--> statement-breakpoint
ALTER TABLE "likeness_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "likeness_answer" ADD CONSTRAINT "likeness_answer_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likeness_answer" ADD CONSTRAINT "likeness_answer_for_case_id_case_file_id_fk" FOREIGN KEY ("for_case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likeness_answer" ADD CONSTRAINT "likeness_answer_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likeness_answer" ADD CONSTRAINT "likeness_answer_person_of_same_file" FOREIGN KEY ("person_id","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "likeness_answer_case" ON "likeness_answer" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "likeness_answer_for_case" ON "likeness_answer" USING btree ("for_case_id");--> statement-breakpoint
CREATE INDEX "likeness_answer_person" ON "likeness_answer" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "likeness_answer_by" ON "likeness_answer" USING btree ("recorded_by");--> statement-breakpoint
CREATE POLICY "likeness_answer_select_app" ON "likeness_answer" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "likeness_answer_insert_app" ON "likeness_answer" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (recorded_by = (select my_id()) and touches(case_id, (select asking('case:read'))));