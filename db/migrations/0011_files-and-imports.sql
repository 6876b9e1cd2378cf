CREATE TABLE "stored_chunk" (
	"file_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "stored_chunk_file_id_place_pk" PRIMARY KEY("file_id","place")
);
--> statement-breakpoint
ALTER TABLE "stored_chunk" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stored_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"name" "bytea" NOT NULL,
	"size" bigint DEFAULT 0 NOT NULL,
	"chunks" integer DEFAULT 0 NOT NULL,
	"epoch" integer NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "stored_file_owned" UNIQUE("id","owner_id"),
	CONSTRAINT "stored_file_purpose_known" CHECK ("stored_file"."purpose" in ('import')),
	CONSTRAINT "stored_file_state_known" CHECK ("stored_file"."state" in ('open', 'whole'))
);
--> statement-breakpoint
ALTER TABLE "stored_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"state" text DEFAULT 'mapping' NOT NULL,
	"failure" text,
	"format" text NOT NULL,
	"encoding" text,
	"delimiter" text,
	"has_header" boolean NOT NULL,
	"head" "bytea" NOT NULL,
	"mapping" "bytea",
	"shape" "bytea" NOT NULL,
	"matched" text DEFAULT 'leave' NOT NULL,
	"cursor" integer DEFAULT 0 NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_bad" integer DEFAULT 0 NOT NULL,
	"rows_matched" integer DEFAULT 0 NOT NULL,
	"rows_repeated" integer DEFAULT 0 NOT NULL,
	"rows_all" integer,
	"runner" uuid,
	"beat_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"run_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_batch_owned" UNIQUE("id","owner_id"),
	CONSTRAINT "import_batch_state_known" CHECK ("import_batch"."state" in ('mapping', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed')),
	CONSTRAINT "import_batch_failure_known" CHECK ("import_batch"."failure" in ('empty-list', 'not-a-list', 'old-workbook', 'broken-workbook', 'bomb', 'too-many-columns', 'too-long-cell', 'broken-file')),
	CONSTRAINT "import_batch_format_known" CHECK ("import_batch"."format" in ('csv', 'xlsx')),
	CONSTRAINT "import_batch_encoding_known" CHECK ("import_batch"."encoding" in ('utf-8', 'utf-16le', 'utf-16be', 'euc-kr', 'gb18030')),
	CONSTRAINT "import_batch_delimiter_known" CHECK ("import_batch"."delimiter" in ('comma', 'semicolon', 'tab', 'bar')),
	CONSTRAINT "import_batch_matched_known" CHECK ("import_batch"."matched" in ('leave', 'open'))
);
--> statement-breakpoint
ALTER TABLE "import_batch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"shape" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"mapping" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_mapping" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_row" (
	"batch_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"reasons" text NOT NULL,
	"cells" "bytea" NOT NULL,
	CONSTRAINT "import_row_batch_id_number_pk" PRIMARY KEY("batch_id","number"),
	CONSTRAINT "import_row_state_known" CHECK ("import_row"."state" in ('bad', 'match'))
);
--> statement-breakpoint
ALTER TABLE "import_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imported_row" (
	"team_id" uuid NOT NULL,
	"tag" "bytea" NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "imported_row_team_id_tag_pk" PRIMARY KEY("team_id","tag")
);
--> statement-breakpoint
ALTER TABLE "imported_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stored_chunk" ADD CONSTRAINT "stored_chunk_of_owned" FOREIGN KEY ("file_id","owner_id") REFERENCES "public"."stored_file"("id","owner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_owner_id_account_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_of_owned" FOREIGN KEY ("file_id","owner_id") REFERENCES "public"."stored_file"("id","owner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_owner_id_account_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_of_owned" FOREIGN KEY ("batch_id","owner_id") REFERENCES "public"."import_batch"("id","owner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stored_file_owner" ON "stored_file" USING btree ("owner_id","stored_at");--> statement-breakpoint
CREATE INDEX "stored_file_until" ON "stored_file" USING btree ("until");--> statement-breakpoint
CREATE INDEX "import_batch_owner" ON "import_batch" USING btree ("owner_id","started_at");--> statement-breakpoint
CREATE INDEX "import_batch_file" ON "import_batch" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "import_mapping_owner" ON "import_mapping" USING btree ("owner_id","saved_at");--> statement-breakpoint
CREATE INDEX "imported_row_case" ON "imported_row" USING btree ("case_id");--> statement-breakpoint
CREATE POLICY "stored_chunk_select_app" ON "stored_chunk" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "stored_chunk_insert_app" ON "stored_chunk" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()) and (select my_reach('file:keep')) = 'own');--> statement-breakpoint
CREATE POLICY "stored_file_select_app" ON "stored_file" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "stored_file_insert_app" ON "stored_file" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()) and (select my_reach('file:keep')) = 'own');--> statement-breakpoint
CREATE POLICY "stored_file_update_app" ON "stored_file" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "stored_file_delete_app" ON "stored_file" AS PERMISSIVE FOR DELETE TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "stored_file_select_clock" ON "stored_file" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (until < now());--> statement-breakpoint
CREATE POLICY "stored_file_delete_clock" ON "stored_file" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (until < now());--> statement-breakpoint
CREATE POLICY "import_batch_select_app" ON "import_batch" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "import_batch_update_app" ON "import_batch" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "import_batch_insert_app" ON "import_batch" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()) and team_id = (select my_team('case:import')));--> statement-breakpoint
CREATE POLICY "import_mapping_select_app" ON "import_mapping" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "import_mapping_insert_app" ON "import_mapping" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()) and (select my_reach('file:keep')) = 'own');--> statement-breakpoint
CREATE POLICY "import_mapping_update_app" ON "import_mapping" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "import_mapping_delete_app" ON "import_mapping" AS PERMISSIVE FOR DELETE TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "import_row_select_app" ON "import_row" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "import_row_insert_app" ON "import_row" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()) and (select my_reach('file:keep')) = 'own');--> statement-breakpoint
CREATE POLICY "import_row_delete_app" ON "import_row" AS PERMISSIVE FOR DELETE TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "imported_row_select_app" ON "imported_row" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (team_id = (select my_team('case:import')));--> statement-breakpoint
CREATE POLICY "imported_row_insert_app" ON "imported_row" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (team_id = (select my_team('case:import')) and touches(case_id, (select asking('case:edit'))));