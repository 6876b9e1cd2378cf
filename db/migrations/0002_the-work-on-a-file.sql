CREATE TABLE "sign_of_life" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"distance" text NOT NULL,
	"reliability" text NOT NULL,
	"credibility" text NOT NULL,
	"at" "bytea" NOT NULL,
	"at_month" text,
	"place" "bytea",
	"note" "bytea",
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sign_of_life_kind_known" CHECK ("sign_of_life"."kind" in ('call_from_detention', 'call', 'sighting', 'letter', 'relayed_word', 'photo_or_video', 'official_word')),
	CONSTRAINT "sign_of_life_distance_known" CHECK ("sign_of_life"."distance" in ('first_hand', 'second_hand', 'third_hand', 'unknown')),
	CONSTRAINT "sign_of_life_reliability_known" CHECK ("sign_of_life"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT "sign_of_life_credibility_known" CHECK ("sign_of_life"."credibility" in ('1', '2', '3', '4', '5', '6'))
);
--> statement-breakpoint
ALTER TABLE "sign_of_life" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"payload" "bytea",
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" "bytea",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proposal_kind_known" CHECK ("proposal"."kind" in ('missing', 'deceased', 'closing')),
	CONSTRAINT "proposal_state_known" CHECK ("proposal"."state" in ('waiting', 'approved', 'declined', 'withdrawn')),
	CONSTRAINT "proposal_not_own" CHECK ("proposal"."state" = 'withdrawn' or "proposal"."decided_by" is distinct from "proposal"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "proposal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "risk_factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"factor" text NOT NULL,
	"note" "bytea",
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "risk_factor_factor_known" CHECK ("risk_factor"."factor" in ('transport_notice', 'border_mass_return', 'medical_need_in_custody', 'associate_arrested', 'household_check', 'rok_bound', 'church_contact', 'previous_return', 'pregnant', 'unaccompanied_minor', 'security_background', 'organised_group', 'publicly_named', 'relatives_identified'))
);
--> statement-breakpoint
ALTER TABLE "risk_factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "risk_override" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"risk" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "risk_override_risk_known" CHECK ("risk_override"."risk" in ('R0', 'R1', 'R2', 'R3', 'R4'))
);
--> statement-breakpoint
ALTER TABLE "risk_override" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workflow_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"from_workflow" text NOT NULL,
	"to_workflow" text NOT NULL,
	"reason" text,
	"note" "bytea",
	"approved_by" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "workflow_step_from_known" CHECK ("workflow_step"."from_workflow" in ('draft', 'intake', 'active', 'monitoring', 'closed', 'erased')),
	CONSTRAINT "workflow_step_to_known" CHECK ("workflow_step"."to_workflow" in ('draft', 'intake', 'active', 'monitoring', 'closed', 'erased')),
	CONSTRAINT "workflow_step_reason_known" CHECK ("workflow_step"."reason" in ('safe', 'deceased', 'family_asked', 'consent_withdrawn', 'no_further_action', 'held_elsewhere', 'opened_in_error', 'news', 'at_risk_again', 'family_asked_again', 'closed_in_error'))
);
--> statement-breakpoint
ALTER TABLE "workflow_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"capacity" text NOT NULL,
	"scope" text NOT NULL,
	"decision" text NOT NULL,
	"method" text NOT NULL,
	"at" "bytea" NOT NULL,
	"circumstances" "bytea",
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consent_capacity_known" CHECK ("consent"."capacity" in ('SELF', 'GUARDIAN', 'NEXT_OF_KIN_SUBJECT_UNREACHABLE', 'LEGAL_REP', 'NONE_VITAL_INTEREST')),
	CONSTRAINT "consent_scope_known" CHECK ("consent"."scope" in ('CASEWORK', 'CONTACT_FAMILY', 'SHARE_PARTNER_NGO', 'SHARE_GOV_ROK', 'SHARE_GOV_OTHER', 'SHARE_UNHCR', 'SHARE_ICRC', 'UN_WGEID', 'UN_WGAD', 'UN_SP', 'NAME_TO_ACCUSED_STATE', 'UN_PUBLIC_NAME', 'MEDIA_ANON', 'MEDIA_NAMED', 'PHOTO_VOICE', 'RESEARCH_STATS', 'JUSTICE_BODIES', 'ARCHIVE_AFTER_CLOSE')),
	CONSTRAINT "consent_decision_known" CHECK ("consent"."decision" in ('granted', 'refused', 'withdrawn', 'lapsed')),
	CONSTRAINT "consent_method_known" CHECK ("consent"."method" in ('in_person', 'voice', 'video', 'written', 'messaging'))
);
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"typed" "bytea" NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "draft_kind_known" CHECK ("draft"."kind" in ('opening', 'interview'))
);
--> statement-breakpoint
ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intake_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"question" text NOT NULL,
	"state" text NOT NULL,
	"value" "bytea",
	"purpose" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "intake_answer_question_known" CHECK ("intake_answer"."question" in ('purpose_explained', 'language', 'interpreter', 'asked_before', 'birth_place', 'origin', 'citizenship', 'ethnicity', 'religion', 'health', 'pregnancy', 'political', 'sexual_violence', 'occupation', 'family', 'route', 'arrests', 'intended_destination', 'fears', 'wishes')),
	CONSTRAINT "intake_answer_state_known" CHECK ("intake_answer"."state" in ('answered', 'not_asked', 'refused', 'unknown')),
	CONSTRAINT "intake_answer_purpose_known" CHECK ("intake_answer"."purpose" in ('vital_interest', 'legal_claim', 'explicit_consent', 'medical_care'))
);
--> statement-breakpoint
ALTER TABLE "intake_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"title" "bytea",
	"due_at" timestamp with time zone NOT NULL,
	"owner_id" uuid,
	"about_id" uuid NOT NULL,
	"note" "bytea",
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "task_kind_known" CHECK ("task"."kind" in ('hand', 'review', 'silence', 'gap', 'try-again', 'consent', 'reply', 'decide', 'introduce', 'test-channel', 'visit-later')),
	CONSTRAINT "task_state_known" CHECK ("task"."state" in ('open', 'done', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"text" "bytea" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "comment_of_file" UNIQUE("id","case_id")
);
--> statement-breakpoint
ALTER TABLE "comment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "flag" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" "bytea" NOT NULL,
	"lowered_by" uuid,
	"lowered_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "flag" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "follow" (
	"user_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_user_id_case_id_pk" PRIMARY KEY("user_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "follow" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "glass_break" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"review_due" timestamp with time zone NOT NULL,
	"is_justified" boolean,
	"finding" "bytea",
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "glass_break" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"from_user" uuid NOT NULL,
	"to_user" uuid NOT NULL,
	"briefing" "bytea" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handover" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mention" (
	"comment_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "mention_comment_id_user_id_pk" PRIMARY KEY("comment_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "mention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"from_team" uuid NOT NULL,
	"to_team" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" "bytea" NOT NULL,
	"answer" "bytea",
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referral_state_known" CHECK ("referral"."state" in ('waiting', 'accepted', 'declined', 'revoked'))
);
--> statement-breakpoint
ALTER TABLE "referral" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_count" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "case_count_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"team_id" uuid NOT NULL,
	"confidentiality" text NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "case_count_confidentiality_known" CHECK ("case_count"."confidentiality" in ('team', 'assigned', 'named')),
	CONSTRAINT "case_count_facet_known" CHECK ("case_count"."facet" in ('situation', 'risk', 'owner', 'silence', 'review'))
);
--> statement-breakpoint
ALTER TABLE "case_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "house_setting" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "house_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"team_id" uuid,
	"name" "bytea" NOT NULL,
	"filters" text NOT NULL,
	"columns" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_reach" DROP CONSTRAINT "case_reach_via";--> statement-breakpoint
ALTER TABLE "case_reach" DROP CONSTRAINT "case_reach_level";--> statement-breakpoint
ALTER TABLE "claim" DROP CONSTRAINT "claim_predicate_known";--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "risk_then" text;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "risk_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "is_flagged" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_channel" ADD COLUMN "safe_window" "bytea";--> statement-breakpoint
ALTER TABLE "contact_channel" ADD COLUMN "known_to" uuid;--> statement-breakpoint
ALTER TABLE "contact_log" ADD COLUMN "hour" "bytea";--> statement-breakpoint
ALTER TABLE "contact_log" ADD COLUMN "outside_reason" "bytea";--> statement-breakpoint
ALTER TABLE "contact_log" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contact_value" ADD COLUMN "code_phrase" "bytea";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "here_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "about_id" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "here_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "whereabouts" "bytea";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "province" text;--> statement-breakpoint
ALTER TABLE "sign_of_life" ADD CONSTRAINT "sign_of_life_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_of_life" ADD CONSTRAINT "sign_of_life_person_of_same_file" FOREIGN KEY ("person_id","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_of_life" ADD CONSTRAINT "sign_of_life_source_of_same_file" FOREIGN KEY ("source_id","case_id") REFERENCES "public"."source"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_of_life" ADD CONSTRAINT "sign_of_life_claim_of_same_file" FOREIGN KEY ("claim_id","case_id") REFERENCES "public"."claim"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_factor" ADD CONSTRAINT "risk_factor_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_override" ADD CONSTRAINT "risk_override_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_step" ADD CONSTRAINT "workflow_step_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_given_by_of_same_file" FOREIGN KEY ("given_by","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_answer" ADD CONSTRAINT "intake_answer_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_owner_id_account_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass_break" ADD CONSTRAINT "glass_break_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass_break" ADD CONSTRAINT "glass_break_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_comment_of_same_file" FOREIGN KEY ("comment_id","case_id") REFERENCES "public"."comment"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_to_team_team_id_fk" FOREIGN KEY ("to_team") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_count" ADD CONSTRAINT "case_count_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_account_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_of_life_case" ON "sign_of_life" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "sign_of_life_person" ON "sign_of_life" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_of_life_source" ON "sign_of_life" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "sign_of_life_claim" ON "sign_of_life" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "proposal_case" ON "proposal" USING btree ("case_id","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_waiting" ON "proposal" USING btree ("case_id","kind") WHERE "proposal"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "risk_factor_case" ON "risk_factor" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "risk_factor_once" ON "risk_factor" USING btree ("case_id","factor") WHERE "risk_factor"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "risk_override_case" ON "risk_override" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "risk_override_once" ON "risk_override" USING btree ("case_id") WHERE "risk_override"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "workflow_step_case" ON "workflow_step" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "consent_case" ON "consent" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "consent_given_by" ON "consent" USING btree ("given_by");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_once" ON "draft" USING btree ("author_id","case_id","kind");--> statement-breakpoint
CREATE INDEX "draft_case" ON "draft" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "draft_author" ON "draft" USING btree ("author_id","saved_at");--> statement-breakpoint
CREATE INDEX "draft_saved" ON "draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "intake_answer_case" ON "intake_answer" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_token" ON "calendar_feed" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_account" ON "calendar_feed" USING btree ("account_id") WHERE "calendar_feed"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "task_case" ON "task" USING btree ("case_id","state","due_at");--> statement-breakpoint
CREATE INDEX "task_owner" ON "task" USING btree ("owner_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "task_team" ON "task" USING btree ("team_id","state","due_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_of_rule" ON "task" USING btree ("case_id","kind","about_id") WHERE "task"."state" = 'open' and "task"."kind" <> 'hand';--> statement-breakpoint
CREATE INDEX "comment_case" ON "comment" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "flag_case" ON "flag" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "follow_case" ON "follow" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "glass_break_case" ON "glass_break" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "glass_break_user" ON "glass_break" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "handover_case" ON "handover" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "mention_case" ON "mention" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "mention_user" ON "mention" USING btree ("user_id","read_at");--> statement-breakpoint
CREATE INDEX "referral_case" ON "referral" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "referral_to" ON "referral" USING btree ("to_team","state");--> statement-breakpoint
CREATE INDEX "case_count_team" ON "case_count" USING btree ("team_id","confidentiality","facet","value");--> statement-breakpoint
CREATE INDEX "saved_view_owner" ON "saved_view" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_view_team" ON "saved_view" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "case_file_risk_until" ON "case_file" USING btree ("risk_until");--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_risk_then_known" CHECK ("case_file"."risk_then" in ('R0', 'R1', 'R2', 'R3', 'R4'));--> statement-breakpoint
ALTER TABLE "case_reach" ADD CONSTRAINT "case_reach_via" CHECK ("case_reach"."via" in ('owner', 'grant', 'glass'));--> statement-breakpoint
ALTER TABLE "case_reach" ADD CONSTRAINT "case_reach_level" CHECK ("case_reach"."level" in ('glass', 'read', 'work'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_predicate_known" CHECK ("claim"."predicate" in ('name', 'situation', 'date', 'place', 'account', 'alive'));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_province_known" CHECK ("person"."province" in ('CN-JL', 'CN-LN', 'CN-HL', 'CN-OTHER', 'KP-01', 'KP-02', 'KP-03', 'KP-04', 'KP-05', 'KP-06', 'KP-07', 'KP-08', 'KP-09', 'KP-10', 'KP-13', 'KP-14', 'KP-15', 'KR', 'LA', 'MM', 'MN', 'RU', 'TH', 'VN', 'OTHER'));--> statement-breakpoint
CREATE POLICY "relationship_update_app" ON "relationship" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "sign_of_life_select_app" ON "sign_of_life" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "sign_of_life_insert_app" ON "sign_of_life" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('situation:record'))));--> statement-breakpoint
CREATE POLICY "proposal_select_app" ON "proposal" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "proposal_insert_app" ON "proposal" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (proposed_by = (select my_id()) and touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "proposal_update_app" ON "proposal" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (proposed_by = (select my_id()) or touches(case_id, (select asking('proposal:decide')))) WITH CHECK (decided_by = (select my_id()) and ((state = 'withdrawn' and proposed_by = (select my_id())) or (proposed_by is distinct from (select my_id()) and touches(case_id, (select asking('proposal:decide'))))));--> statement-breakpoint
CREATE POLICY "risk_factor_select_app" ON "risk_factor" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "risk_factor_insert_app" ON "risk_factor" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "risk_factor_update_app" ON "risk_factor" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "risk_override_select_app" ON "risk_override" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "risk_override_insert_app" ON "risk_override" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('risk:override'))));--> statement-breakpoint
CREATE POLICY "risk_override_update_app" ON "risk_override" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('risk:override'))));--> statement-breakpoint
CREATE POLICY "workflow_step_select_app" ON "workflow_step" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "workflow_step_insert_app" ON "workflow_step" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:close'))));--> statement-breakpoint
CREATE POLICY "consent_select_app" ON "consent" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "consent_insert_app" ON "consent" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('consent:record'))));--> statement-breakpoint
CREATE POLICY "draft_select_app" ON "draft" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (author_id = (select my_id()) and touches(case_id, (select asking('draft:write'))));--> statement-breakpoint
CREATE POLICY "draft_insert_app" ON "draft" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (author_id = (select my_id()) and touches(case_id, (select asking('draft:write'))));--> statement-breakpoint
CREATE POLICY "draft_update_app" ON "draft" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (author_id = (select my_id()) and touches(case_id, (select asking('draft:write'))));--> statement-breakpoint
CREATE POLICY "draft_delete_app" ON "draft" AS PERMISSIVE FOR DELETE TO "vigil_app" USING (author_id = (select my_id()) and touches(case_id, (select asking('draft:write'))));--> statement-breakpoint
CREATE POLICY "intake_answer_select_app" ON "intake_answer" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "intake_answer_insert_app" ON "intake_answer" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "calendar_feed_select_app" ON "calendar_feed" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (account_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "calendar_feed_insert_app" ON "calendar_feed" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (account_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "calendar_feed_update_app" ON "calendar_feed" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (account_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "task_select_app" ON "task" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "task_insert_app" ON "task" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('task:keep'))));--> statement-breakpoint
CREATE POLICY "task_update_app" ON "task" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('task:keep'))));--> statement-breakpoint
CREATE POLICY "comment_select_app" ON "comment" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "comment_insert_app" ON "comment" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('comment:write'))));--> statement-breakpoint
CREATE POLICY "flag_select_app" ON "flag" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "flag_insert_app" ON "flag" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('flag:raise'))));--> statement-breakpoint
CREATE POLICY "flag_update_app" ON "flag" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('flag:raise'))));--> statement-breakpoint
CREATE POLICY "follow_select_app" ON "follow" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (user_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "follow_insert_app" ON "follow" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (user_id = (select my_id()) and touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "follow_delete_app" ON "follow" AS PERMISSIVE FOR DELETE TO "vigil_app" USING (user_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "glass_break_select_app" ON "glass_break" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (user_id = (select my_id()) or touches(case_id, (select asking('glass:review'))));--> statement-breakpoint
CREATE POLICY "glass_break_update_app" ON "glass_break" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (user_id <> (select my_id()) and touches(case_id, (select asking('glass:review'))));--> statement-breakpoint
CREATE POLICY "handover_select_app" ON "handover" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "handover_insert_app" ON "handover" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:hand-over'))));--> statement-breakpoint
CREATE POLICY "mention_select_app" ON "mention" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (user_id = (select my_id()) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "mention_insert_app" ON "mention" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('comment:write'))));--> statement-breakpoint
CREATE POLICY "mention_update_app" ON "mention" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (user_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "referral_select_app" ON "referral" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))) or to_team = (select my_team('referral:decide')));--> statement-breakpoint
CREATE POLICY "referral_insert_app" ON "referral" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:refer'))));--> statement-breakpoint
CREATE POLICY "case_count_select_app" ON "case_count" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (team_id = (select my_team('case:read')) and confidentiality = any((select my_openings())::text[]));--> statement-breakpoint
CREATE POLICY "house_setting_select_app" ON "house_setting" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((select my_id()) is not null);--> statement-breakpoint
CREATE POLICY "house_setting_insert_app" ON "house_setting" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK ((select my_reach('house:set')) = 'all');--> statement-breakpoint
CREATE POLICY "house_setting_update_app" ON "house_setting" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING ((select my_reach('house:set')) = 'all');--> statement-breakpoint
CREATE POLICY "saved_view_select_app" ON "saved_view" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (owner_id = (select my_id()) or (is_shared and team_id = (select my_team('case:read'))));--> statement-breakpoint
CREATE POLICY "saved_view_insert_app" ON "saved_view" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "saved_view_update_app" ON "saved_view" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (owner_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "saved_view_delete_app" ON "saved_view" AS PERMISSIVE FOR DELETE TO "vigil_app" USING (owner_id = (select my_id()));