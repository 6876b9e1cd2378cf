CREATE TABLE "reminder" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"is_off" boolean DEFAULT false NOT NULL,
	"reminded_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "reminder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "account_select_notifier" ON "account" AS PERMISSIVE FOR SELECT TO "vigil_notifier" USING (state = 'active');--> statement-breakpoint
CREATE POLICY "reminder_select_app" ON "reminder" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (account_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "reminder_insert_app" ON "reminder" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (account_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "reminder_update_app" ON "reminder" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (account_id = (select my_id()));