CREATE TABLE "match_ask" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pair_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_ask" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_due" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_due" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_pair" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_a" uuid NOT NULL,
	"person_a" uuid NOT NULL,
	"case_b" uuid NOT NULL,
	"person_b" uuid NOT NULL,
	"scores" text NOT NULL,
	"total" integer NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "match_pair_two" CHECK ("match_pair"."person_a" < "match_pair"."person_b" and "match_pair"."case_a" <> "match_pair"."case_b"),
	CONSTRAINT "match_pair_state_known" CHECK ("match_pair"."state" in ('open', 'waiting', 'same', 'different', 'unsure'))
);
--> statement-breakpoint
ALTER TABLE "match_pair" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_scan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"cursor" text DEFAULT '' NOT NULL,
	"files" integer DEFAULT 0 NOT NULL,
	"compared" integer DEFAULT 0 NOT NULL,
	"pairs" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "match_scan_state_known" CHECK ("match_scan"."state" in ('waiting', 'running', 'done', 'stopped'))
);
--> statement-breakpoint
ALTER TABLE "match_scan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "same_as" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pair_id" uuid NOT NULL,
	"case_a" uuid NOT NULL,
	"person_a" uuid NOT NULL,
	"case_b" uuid NOT NULL,
	"person_b" uuid NOT NULL,
	"scores" text NOT NULL,
	"total" integer NOT NULL,
	"decision" text NOT NULL,
	"state" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"settled_reason" "bytea",
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"undone_reason" "bytea",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "same_as_decision_known" CHECK ("same_as"."decision" in ('same', 'different', 'unsure')),
	CONSTRAINT "same_as_state_known" CHECK ("same_as"."state" in ('waiting', 'standing', 'declined', 'withdrawn', 'undone')),
	CONSTRAINT "same_as_second_person" CHECK ("same_as"."decision" <> 'same' or "same_as"."state" <> 'standing' or "same_as"."settled_by" is not null),
	CONSTRAINT "same_as_not_own" CHECK ("same_as"."state" = 'withdrawn' or "same_as"."settled_by" is distinct from "same_as"."decided_by")
);
--> statement-breakpoint
ALTER TABLE "same_as" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "confidentiality_by_link" text;--> statement-breakpoint
ALTER TABLE "match_ask" ADD CONSTRAINT "match_ask_pair_id_match_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."match_pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_ask" ADD CONSTRAINT "match_ask_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_ask" ADD CONSTRAINT "match_ask_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_due" ADD CONSTRAINT "match_due_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pair" ADD CONSTRAINT "match_pair_case_a_case_file_id_fk" FOREIGN KEY ("case_a") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pair" ADD CONSTRAINT "match_pair_person_a_person_id_fk" FOREIGN KEY ("person_a") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pair" ADD CONSTRAINT "match_pair_case_b_case_file_id_fk" FOREIGN KEY ("case_b") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pair" ADD CONSTRAINT "match_pair_person_b_person_id_fk" FOREIGN KEY ("person_b") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_scan" ADD CONSTRAINT "match_scan_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_pair_id_match_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."match_pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_case_a_case_file_id_fk" FOREIGN KEY ("case_a") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_person_a_person_id_fk" FOREIGN KEY ("person_a") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_case_b_case_file_id_fk" FOREIGN KEY ("case_b") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_person_b_person_id_fk" FOREIGN KEY ("person_b") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_settled_by_account_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_as" ADD CONSTRAINT "same_as_undone_by_account_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_ask_once" ON "match_ask" USING btree ("pair_id","case_id","asked_by");--> statement-breakpoint
CREATE INDEX "match_ask_case" ON "match_ask" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "match_ask_by" ON "match_ask" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "match_due_case" ON "match_due" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_pair_once" ON "match_pair" USING btree ("person_a","person_b");--> statement-breakpoint
CREATE INDEX "match_pair_strength" ON "match_pair" USING btree ("state","total" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "match_pair_case_a" ON "match_pair" USING btree ("case_a");--> statement-breakpoint
CREATE INDEX "match_pair_case_b" ON "match_pair" USING btree ("case_b");--> statement-breakpoint
CREATE INDEX "match_pair_person_b" ON "match_pair" USING btree ("person_b");--> statement-breakpoint
CREATE UNIQUE INDEX "match_scan_one" ON "match_scan" USING btree ((true)) WHERE "match_scan"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "match_scan_asked" ON "match_scan" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "match_scan_by" ON "match_scan" USING btree ("asked_by");--> statement-breakpoint
CREATE UNIQUE INDEX "same_as_live" ON "same_as" USING btree ("pair_id") WHERE "same_as"."state" in ('waiting', 'standing');--> statement-breakpoint
CREATE INDEX "same_as_pair" ON "same_as" USING btree ("pair_id","decided_at");--> statement-breakpoint
CREATE INDEX "same_as_case_a" ON "same_as" USING btree ("case_a");--> statement-breakpoint
CREATE INDEX "same_as_case_b" ON "same_as" USING btree ("case_b");--> statement-breakpoint
CREATE INDEX "same_as_person_a" ON "same_as" USING btree ("person_a");--> statement-breakpoint
CREATE INDEX "same_as_person_b" ON "same_as" USING btree ("person_b");--> statement-breakpoint
CREATE INDEX "same_as_decided_by" ON "same_as" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "same_as_settled_by" ON "same_as" USING btree ("settled_by");--> statement-breakpoint
CREATE INDEX "same_as_undone_by" ON "same_as" USING btree ("undone_by");--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_confidentiality_by_link_known" CHECK ("case_file"."confidentiality_by_link" in ('team', 'assigned', 'named'));--> statement-breakpoint
CREATE POLICY "audit_entry_insert_matcher" ON "audit_entry" AS PERMISSIVE FOR INSERT TO "vigil_matcher" WITH CHECK (actor_id = '00000000-0000-4000-8000-0000000a7c4e' and deed = 'match.find');--> statement-breakpoint
CREATE POLICY "case_file_select_matcher" ON "case_file" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "vault_key_select_matcher" ON "vault_key" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "situation_entry_select_matcher" ON "situation_entry" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "channel_key_select_matcher" ON "channel_key" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "house_key_select_matcher" ON "house_key" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "notice_select_matcher" ON "notice" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "notice_insert_matcher" ON "notice" AS PERMISSIVE FOR INSERT TO "vigil_matcher" WITH CHECK (kind = 'match-found');--> statement-breakpoint
CREATE POLICY "intake_answer_select_matcher" ON "intake_answer" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "name_key_select_matcher" ON "name_key" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "person_select_matcher" ON "person" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "person_name_select_matcher" ON "person_name" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "match_due_select_matcher" ON "match_due" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "match_due_delete_matcher" ON "match_due" AS PERMISSIVE FOR DELETE TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "match_pair_select_app" ON "match_pair" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_a, (select asking('case:read'))) and touches(case_b, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "match_pair_select_matcher" ON "match_pair" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "match_pair_insert_matcher" ON "match_pair" AS PERMISSIVE FOR INSERT TO "vigil_matcher" WITH CHECK (state = 'open');--> statement-breakpoint
CREATE POLICY "match_pair_update_matcher" ON "match_pair" AS PERMISSIVE FOR UPDATE TO "vigil_matcher" USING (state in ('open', 'unsure')) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "match_scan_select_app" ON "match_scan" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((select my_reach('match:decide')) is not null);--> statement-breakpoint
CREATE POLICY "match_scan_insert_app" ON "match_scan" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (asked_by = (select my_id()) and state = 'waiting' and cursor = '' and (select my_reach('match:find')) is not null);--> statement-breakpoint
CREATE POLICY "match_scan_select_matcher" ON "match_scan" AS PERMISSIVE FOR SELECT TO "vigil_matcher" USING (true);--> statement-breakpoint
CREATE POLICY "match_scan_update_matcher" ON "match_scan" AS PERMISSIVE FOR UPDATE TO "vigil_matcher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "same_as_select_app" ON "same_as" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_a, (select asking('case:read'))) and touches(case_b, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "same_as_insert_app" ON "same_as" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (decided_by = (select my_id()) and state = case decision when 'same' then 'waiting' else 'standing' end and settled_by is null and undone_by is null and touches(case_a, (select asking('case:read'))) and touches(case_b, (select asking('case:read'))) and (touches(case_a, (select asking('match:decide'))) or touches(case_b, (select asking('match:decide')))));--> statement-breakpoint
CREATE POLICY "same_as_update_app" ON "same_as" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_a, (select asking('case:read'))) and touches(case_b, (select asking('case:read'))) and ((touches(case_a, (select asking('match:decide'))) or touches(case_b, (select asking('match:decide')))) or (touches(case_a, (select asking('proposal:decide'))) or touches(case_b, (select asking('proposal:decide')))))) WITH CHECK ((state = 'undone' and undone_by = (select my_id())) or (settled_by = (select my_id()) and undone_by is null and ((state = 'withdrawn' and decided_by = (select my_id())) or (state in ('standing', 'declined') and decided_by <> (select my_id()) and (touches(case_a, (select asking('proposal:decide'))) or touches(case_b, (select asking('proposal:decide'))))))));