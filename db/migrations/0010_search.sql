CREATE TABLE "channel_key" (
	"tag" "bytea" NOT NULL,
	"case_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	CONSTRAINT "channel_key_tag_channel_id_pk" PRIMARY KEY("tag","channel_id")
);
--> statement-breakpoint
ALTER TABLE "channel_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"epoch" integer NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"previous_id" uuid,
	"step" text NOT NULL,
	"terms" "bytea" NOT NULL,
	"findings" "bytea" NOT NULL,
	"name" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "search_step_known" CHECK ("search"."step" in ('first', 'narrow', 'widen', 'exclude', 'again', 'on'))
);
--> statement-breakpoint
ALTER TABLE "search" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "channel_key" ADD CONSTRAINT "channel_key_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_key" ADD CONSTRAINT "channel_key_channel_of_same_file" FOREIGN KEY ("channel_id","case_id") REFERENCES "public"."contact_channel"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search" ADD CONSTRAINT "search_owner_id_account_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channel_key_case" ON "channel_key" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "channel_key_channel" ON "channel_key" USING btree ("channel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "search_key_month" ON "search_key" USING btree ("month");--> statement-breakpoint
CREATE INDEX "search_owner" ON "search" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "search_expires" ON "search" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "channel_key_select_app" ON "channel_key" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('contact:reveal')) or touches(case_id, (select asking('contact:reveal'))));--> statement-breakpoint
CREATE POLICY "channel_key_insert_app" ON "channel_key" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "search_key_select_app" ON "search_key" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((select my_id()) is not null);--> statement-breakpoint
CREATE POLICY "search_key_insert_app" ON "search_key" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK ((select my_id()) is not null and month = to_char(now() at time zone 'utc', 'YYYY-MM'));--> statement-breakpoint
CREATE POLICY "search_key_select_clock" ON "search_key" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (month < to_char((now() - interval '12 months') at time zone 'utc', 'YYYY-MM'));--> statement-breakpoint
CREATE POLICY "search_key_delete_clock" ON "search_key" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (month < to_char((now() - interval '12 months') at time zone 'utc', 'YYYY-MM'));--> statement-breakpoint
CREATE POLICY "search_select_app" ON "search" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (owner_id = (select my_id()) and expires_at > now());--> statement-breakpoint
CREATE POLICY "search_insert_app" ON "search" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()) and expires_at > now());--> statement-breakpoint
CREATE POLICY "search_update_app" ON "search" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (owner_id = (select my_id()) and expires_at > now());--> statement-breakpoint
CREATE POLICY "search_delete_app" ON "search" AS PERMISSIVE FOR DELETE TO "vigil_app" USING (owner_id = (select my_id()) and expires_at > now());--> statement-breakpoint
CREATE POLICY "search_select_clock" ON "search" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (expires_at < now());--> statement-breakpoint
CREATE POLICY "search_delete_clock" ON "search" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (expires_at < now());