CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"deed" text NOT NULL,
	"outcome" text NOT NULL,
	"case_id" uuid,
	"team_id" uuid,
	"object_ids" uuid[] NOT NULL,
	"details" "bytea" NOT NULL,
	"details_commitment" "bytea" NOT NULL,
	CONSTRAINT "audit_entry_outcome" CHECK ("audit_entry"."outcome" in ('done', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_leaf" (
	"index" bigint PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"leaf_hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_leaf" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_pending" (
	"entry_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_pending" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_root" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" "bytea" NOT NULL,
	"frontier" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_root" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"level" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "access_grant_level" CHECK ("access_grant"."level" in ('read', 'work'))
);
--> statement-breakpoint
ALTER TABLE "access_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"pseudonym" "bytea" NOT NULL,
	"team_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"confidentiality" text DEFAULT 'assigned' NOT NULL,
	"workflow" text DEFAULT 'active' NOT NULL,
	"situation" text NOT NULL,
	"situation_month" text,
	"reliability" text NOT NULL,
	"credibility" text NOT NULL,
	"risk" text NOT NULL,
	"province" text,
	"silent_since" date NOT NULL,
	"review_due" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "case_file_confidentiality_known" CHECK ("case_file"."confidentiality" in ('team', 'assigned', 'named')),
	CONSTRAINT "case_file_workflow_known" CHECK ("case_file"."workflow" in ('draft', 'intake', 'active', 'monitoring', 'closed', 'erased')),
	CONSTRAINT "case_file_situation_known" CHECK ("case_file"."situation" in ('UNVERIFIED', 'HIDING', 'MOVING', 'DET_TRANSIT', 'IMMINENT_RETURN', 'RETURNED', 'DET_ORIGIN', 'REL_TRANSIT', 'REL_ORIGIN', 'MISSING', 'SHELTERED', 'RESETTLED', 'DECEASED')),
	CONSTRAINT "case_file_risk_known" CHECK ("case_file"."risk" in ('R0', 'R1', 'R2', 'R3', 'R4')),
	CONSTRAINT "case_file_province_known" CHECK ("case_file"."province" in ('CN-JL', 'CN-LN', 'CN-HL', 'CN-OTHER', 'KP-01', 'KP-02', 'KP-03', 'KP-04', 'KP-05', 'KP-06', 'KP-07', 'KP-08', 'KP-09', 'KP-10', 'KP-13', 'KP-14', 'KP-15', 'KR', 'LA', 'MM', 'MN', 'RU', 'TH', 'VN', 'OTHER')),
	CONSTRAINT "case_file_reliability_known" CHECK ("case_file"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT "case_file_credibility_known" CHECK ("case_file"."credibility" in ('1', '2', '3', '4', '5', '6'))
);
--> statement-breakpoint
ALTER TABLE "case_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_reach" (
	"user_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"via" text NOT NULL,
	"level" text NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "case_reach_user_id_case_id_via_pk" PRIMARY KEY("user_id","case_id","via"),
	CONSTRAINT "case_reach_via" CHECK ("case_reach"."via" in ('owner', 'grant')),
	CONSTRAINT "case_reach_level" CHECK ("case_reach"."level" in ('read', 'work'))
);
--> statement-breakpoint
ALTER TABLE "case_reach" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vault_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid,
	"purpose" text NOT NULL,
	"epoch" integer NOT NULL,
	"wrapped" "bytea" NOT NULL,
	CONSTRAINT "vault_key_purpose" CHECK ("vault_key"."purpose" in ('file', 'person', 'log'))
);
--> statement-breakpoint
ALTER TABLE "vault_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"predicate" text NOT NULL,
	"value" "bytea" NOT NULL,
	"quote" "bytea",
	"stance" text DEFAULT 'asserts' NOT NULL,
	"credibility" text NOT NULL,
	"distance" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "claim_of_file" UNIQUE("id","case_id"),
	CONSTRAINT "claim_predicate_known" CHECK ("claim"."predicate" in ('name', 'situation', 'date', 'place', 'account')),
	CONSTRAINT "claim_stance_known" CHECK ("claim"."stance" in ('asserts', 'denies')),
	CONSTRAINT "claim_credibility_known" CHECK ("claim"."credibility" in ('1', '2', '3', '4', '5', '6')),
	CONSTRAINT "claim_distance_known" CHECK ("claim"."distance" in ('first_hand', 'second_hand', 'third_hand', 'unknown')),
	CONSTRAINT "claim_state_known" CHECK ("claim"."state" in ('open', 'accepted', 'rejected', 'superseded'))
);
--> statement-breakpoint
ALTER TABLE "claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "situation_basis" (
	"entry_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "situation_basis_entry_id_claim_id_pk" PRIMARY KEY("entry_id","claim_id")
);
--> statement-breakpoint
ALTER TABLE "situation_basis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "situation_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"situation" text NOT NULL,
	"valid" "bytea",
	"valid_month" text,
	"stance" text DEFAULT 'asserts' NOT NULL,
	"place" "bytea",
	"province" text,
	"reliability" text NOT NULL,
	"credibility" text NOT NULL,
	"note" "bytea",
	"gap_reason" "bytea",
	"correction_of" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "situation_entry_of_file" UNIQUE("id","case_id"),
	CONSTRAINT "situation_entry_situation_known" CHECK ("situation_entry"."situation" in ('UNVERIFIED', 'HIDING', 'MOVING', 'DET_TRANSIT', 'IMMINENT_RETURN', 'RETURNED', 'DET_ORIGIN', 'REL_TRANSIT', 'REL_ORIGIN', 'MISSING', 'SHELTERED', 'RESETTLED', 'DECEASED')),
	CONSTRAINT "situation_entry_stance_known" CHECK ("situation_entry"."stance" in ('asserts', 'denies')),
	CONSTRAINT "situation_entry_province_known" CHECK ("situation_entry"."province" in ('CN-JL', 'CN-LN', 'CN-HL', 'CN-OTHER', 'KP-01', 'KP-02', 'KP-03', 'KP-04', 'KP-05', 'KP-06', 'KP-07', 'KP-08', 'KP-09', 'KP-10', 'KP-13', 'KP-14', 'KP-15', 'KR', 'LA', 'MM', 'MN', 'RU', 'TH', 'VN', 'OTHER')),
	CONSTRAINT "situation_entry_reliability_known" CHECK ("situation_entry"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT "situation_entry_credibility_known" CHECK ("situation_entry"."credibility" in ('1', '2', '3', '4', '5', '6'))
);
--> statement-breakpoint
ALTER TABLE "situation_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_identity" (
	"source_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"name" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"code" text NOT NULL,
	"type" text NOT NULL,
	"reliability" text NOT NULL,
	"distance" text NOT NULL,
	"origin_group" integer NOT NULL,
	"connection" "bytea",
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "source_of_file" UNIQUE("id","case_id"),
	CONSTRAINT "source_type_known" CHECK ("source"."type" in ('SUBJECT', 'RELATIVE_FIRSTHAND', 'RELATIVE_RELAY', 'EYEWITNESS', 'CO_DETAINEE', 'BROKER', 'MISSIONARY_ACTIVIST', 'NGO', 'MEDIA', 'GOV_STATEMENT', 'COURT_DOC', 'UN_DOC', 'SATELLITE_OSINT', 'LEAKED_DOC', 'ANONYMOUS')),
	CONSTRAINT "source_reliability_known" CHECK ("source"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT "source_distance_known" CHECK ("source"."distance" in ('first_hand', 'second_hand', 'third_hand', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_channel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'untested' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contact_channel_of_file" UNIQUE("id","case_id"),
	CONSTRAINT "contact_channel_kind_known" CHECK ("contact_channel"."kind" in ('phone', 'wechat', 'kakao', 'signal', 'email', 'courier', 'via_person')),
	CONSTRAINT "contact_channel_state_known" CHECK ("contact_channel"."state" in ('untested', 'working', 'silent', 'lost', 'compromised', 'do_not_use'))
);
--> statement-breakpoint
ALTER TABLE "contact_channel" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"channel_id" uuid,
	"direction" text NOT NULL,
	"outcome" text NOT NULL,
	"at" "bytea" NOT NULL,
	"note" "bytea",
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contact_log_direction_known" CHECK ("contact_log"."direction" in ('incoming', 'outgoing')),
	CONSTRAINT "contact_log_outcome_known" CHECK ("contact_log"."outcome" in ('reached', 'no_answer', 'disconnected', 'third_party_answered', 'duress_suspected'))
);
--> statement-breakpoint
ALTER TABLE "contact_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_value" (
	"channel_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"value" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_value" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"email_tag" "bytea" NOT NULL,
	"email" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"password_hash" "bytea",
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'Asia/Seoul' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"access_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "account_role" CHECK ("account"."role" in ('caseworker', 'coordinator', 'auditor', 'admin')),
	CONSTRAINT "account_state" CHECK ("account"."state" in ('waiting', 'active', 'disabled')),
	CONSTRAINT "account_theme" CHECK ("account"."theme" in ('system', 'light', 'dark')),
	CONSTRAINT "account_team_known" CHECK ("account"."team_id" is not null or "account"."role" in ('auditor', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "form_use" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"action" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"next" text,
	"case_id" uuid,
	"shown" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "form_use" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "house_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"version" integer NOT NULL,
	"epoch" integer NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "house_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"founding" boolean DEFAULT false NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "may_exist_use" (
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "may_exist_use_account_id_at_n_pk" PRIMARY KEY("account_id","at","n")
);
--> statement-breakpoint
ALTER TABLE "may_exist_use" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "migration_step" (
	"name" text PRIMARY KEY NOT NULL,
	"cursor" text,
	"rows" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "migration_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"account_id" uuid NOT NULL,
	"access_version" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"idle_until" timestamp with time zone NOT NULL,
	"absolute_until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"names_list" text,
	"names_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "team" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "throttle" (
	"tag" "bytea" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "throttle" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "name_key" (
	"tag" "bytea" NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "name_key_tag_person_id_kind_pk" PRIMARY KEY("tag","person_id","kind")
);
--> statement-breakpoint
ALTER TABLE "name_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"role" text NOT NULL,
	"sex" text DEFAULT 'U' NOT NULL,
	"birth" "bytea",
	"age_band" text,
	"fate" text DEFAULT 'unknown' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_of_file" UNIQUE("id","case_id"),
	CONSTRAINT "person_role_known" CHECK ("person"."role" in ('subject', 'relative', 'caller', 'co_detainee', 'other')),
	CONSTRAINT "person_sex_known" CHECK ("person"."sex" in ('F', 'M', 'X', 'U')),
	CONSTRAINT "person_fate_known" CHECK ("person"."fate" in ('alive', 'dead', 'unknown')),
	CONSTRAINT "person_age_band_known" CHECK ("person"."age_band" in ('0-17', '18-29', '30-44', '45-59', '60+', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_name" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" "bytea" NOT NULL,
	"script" text NOT NULL,
	"kind" text NOT NULL,
	"scheme" text NOT NULL,
	"is_primary" boolean NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_name_script_known" CHECK ("person_name"."script" in ('Hang', 'Hani', 'Latn', 'Kana', 'Cyrl', 'Zzzz')),
	CONSTRAINT "person_name_kind_known" CHECK ("person_name"."kind" in ('birth', 'known_as', 'adopted_cn', 'transliteration', 'as_reported', 'pseudonym')),
	CONSTRAINT "person_name_scheme_known" CHECK ("person_name"."scheme" in ('rr', 'mr', 'dprk', 'pinyin', 'none'))
);
--> statement-breakpoint
ALTER TABLE "person_name" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relationship" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"from_person" uuid NOT NULL,
	"to_person" uuid NOT NULL,
	"type" text NOT NULL,
	"certainty" text NOT NULL,
	"disclosure" text DEFAULT 'never' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "relationship_not_self" CHECK ("relationship"."from_person" <> "relationship"."to_person"),
	CONSTRAINT "relationship_type_known" CHECK ("relationship"."type" in ('SPOUSE', 'PARTNER', 'PARENT', 'CHILD', 'SIBLING', 'GRANDPARENT', 'GRANDCHILD', 'AUNT_UNCLE', 'NIECE_NEPHEW', 'COUSIN', 'IN_LAW', 'OTHER_RELATIVE', 'GUARDIAN', 'WARD', 'FRIEND', 'NEIGHBOUR', 'EMPLOYER', 'EMPLOYEE', 'CO_DETAINEE', 'TRAVEL_COMPANION', 'BROKER', 'BROKER_CLIENT', 'LAWYER', 'LAWYER_CLIENT')),
	CONSTRAINT "relationship_certainty_known" CHECK ("relationship"."certainty" in ('confirmed', 'stated', 'inferred')),
	CONSTRAINT "relationship_disclosure_known" CHECK ("relationship"."disclosure" in ('never', 'internal', 'ok'))
);
--> statement-breakpoint
ALTER TABLE "relationship" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_leaf" ADD CONSTRAINT "audit_leaf_entry_id_audit_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_owner_id_account_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reach" ADD CONSTRAINT "case_reach_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reach" ADD CONSTRAINT "case_reach_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_key" ADD CONSTRAINT "vault_key_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_person_of_same_file" FOREIGN KEY ("person_id","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_of_same_file" FOREIGN KEY ("source_id","case_id") REFERENCES "public"."source"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation_basis" ADD CONSTRAINT "situation_basis_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation_basis" ADD CONSTRAINT "situation_basis_entry_of_same_file" FOREIGN KEY ("entry_id","case_id") REFERENCES "public"."situation_entry"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation_basis" ADD CONSTRAINT "situation_basis_claim_of_same_file" FOREIGN KEY ("claim_id","case_id") REFERENCES "public"."claim"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation_entry" ADD CONSTRAINT "situation_entry_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation_entry" ADD CONSTRAINT "situation_entry_correction_of_same_file" FOREIGN KEY ("correction_of","case_id") REFERENCES "public"."situation_entry"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_identity" ADD CONSTRAINT "source_identity_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_identity" ADD CONSTRAINT "source_identity_source_of_same_file" FOREIGN KEY ("source_id","case_id") REFERENCES "public"."source"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_channel" ADD CONSTRAINT "contact_channel_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_channel" ADD CONSTRAINT "contact_channel_person_of_same_file" FOREIGN KEY ("person_id","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_log" ADD CONSTRAINT "contact_log_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_log" ADD CONSTRAINT "contact_log_person_of_same_file" FOREIGN KEY ("person_id","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_log" ADD CONSTRAINT "contact_log_channel_of_same_file" FOREIGN KEY ("channel_id","case_id") REFERENCES "public"."contact_channel"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_value" ADD CONSTRAINT "contact_value_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_value" ADD CONSTRAINT "contact_value_channel_of_same_file" FOREIGN KEY ("channel_id","case_id") REFERENCES "public"."contact_channel"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_key" ADD CONSTRAINT "name_key_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_key" ADD CONSTRAINT "name_key_person_of_same_file" FOREIGN KEY ("person_id","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_of_same_file" FOREIGN KEY ("person_id","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_from_of_same_file" FOREIGN KEY ("from_person","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_to_of_same_file" FOREIGN KEY ("to_person","case_id") REFERENCES "public"."person"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "audit_entry_deed" ON "audit_entry" USING btree ("deed","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "audit_entry_team" ON "audit_entry" USING btree ("team_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "audit_entry_refused" ON "audit_entry" USING btree ("at" DESC NULLS LAST,"id") WHERE "audit_entry"."outcome" = 'refused';--> statement-breakpoint
CREATE INDEX "audit_entry_case" ON "audit_entry" USING btree ("case_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_leaf_entry" ON "audit_leaf" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "access_grant_case" ON "access_grant" USING btree ("case_id","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_file_ref" ON "case_file" USING btree ("ref");--> statement-breakpoint
CREATE UNIQUE INDEX "case_file_pseudonym" ON "case_file" USING btree ("pseudonym");--> statement-breakpoint
CREATE INDEX "case_file_list" ON "case_file" USING btree ("team_id","confidentiality","changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_situation" ON "case_file" USING btree ("team_id","confidentiality","situation","risk","changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_risk" ON "case_file" USING btree ("team_id","confidentiality","risk","changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_owner" ON "case_file" USING btree ("owner_id","changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_silence" ON "case_file" USING btree ("team_id","confidentiality","silent_since","id");--> statement-breakpoint
CREATE INDEX "case_file_review" ON "case_file" USING btree ("team_id","confidentiality","review_due","id");--> statement-breakpoint
CREATE INDEX "case_reach_case" ON "case_reach" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_reach_until" ON "case_reach" USING btree ("until");--> statement-breakpoint
CREATE INDEX "vault_key_case" ON "vault_key" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "claim_case" ON "claim" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "claim_source" ON "claim" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "claim_person" ON "claim" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "situation_basis_case" ON "situation_basis" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "situation_basis_claim" ON "situation_basis" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "situation_entry_case" ON "situation_entry" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "situation_entry_corrected_once" ON "situation_entry" USING btree ("correction_of");--> statement-breakpoint
CREATE INDEX "source_identity_case" ON "source_identity" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_code" ON "source" USING btree ("case_id","code");--> statement-breakpoint
CREATE INDEX "contact_channel_case" ON "contact_channel" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "contact_channel_person" ON "contact_channel" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contact_log_case" ON "contact_log" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "contact_log_channel" ON "contact_log" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "contact_log_person" ON "contact_log" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contact_value_case" ON "contact_value" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_tag" ON "account" USING btree ("email_tag");--> statement-breakpoint
CREATE INDEX "account_team" ON "account" USING btree ("team_id","role");--> statement-breakpoint
CREATE INDEX "form_use_at" ON "form_use" USING btree ("at");--> statement-breakpoint
CREATE INDEX "form_use_session" ON "form_use" USING btree ("session_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "house_key_purpose" ON "house_key" USING btree ("purpose","version");--> statement-breakpoint
CREATE INDEX "invitation_account" ON "invitation" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "may_exist_use_at" ON "may_exist_use" USING btree ("at");--> statement-breakpoint
CREATE INDEX "notice_team" ON "notice" USING btree ("team_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "session_hash" ON "session" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id","absolute_until");--> statement-breakpoint
CREATE INDEX "session_absolute" ON "session" USING btree ("absolute_until");--> statement-breakpoint
CREATE INDEX "throttle_last" ON "throttle" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "name_key_case" ON "name_key" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "name_key_person" ON "name_key" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_case" ON "person" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_subject" ON "person" USING btree ("case_id") WHERE "person"."role" = 'subject';--> statement-breakpoint
CREATE INDEX "person_name_case" ON "person_name" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_name_primary" ON "person_name" USING btree ("person_id","script") WHERE "person_name"."is_primary";--> statement-breakpoint
CREATE INDEX "relationship_case" ON "relationship" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "relationship_once" ON "relationship" USING btree ("from_person","to_person","type");--> statement-breakpoint
CREATE INDEX "relationship_to" ON "relationship" USING btree ("to_person");--> statement-breakpoint
CREATE POLICY "audit_entry_select_app" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((select my_reach('audit:read')) = 'all' or actor_id = (select my_id()) or (team_id = (select my_team('audit:read')) and (case_id is null or touches(case_id, (select asking('audit:read'))))));--> statement-breakpoint
CREATE POLICY "audit_entry_insert_app" ON "audit_entry" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (actor_id is not distinct from (select my_id()));--> statement-breakpoint
CREATE POLICY "audit_entry_select_sequencer" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "vigil_sequencer" USING (true);--> statement-breakpoint
CREATE POLICY "audit_leaf_select_app" ON "audit_leaf" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((select my_reach('audit:read')) = 'all');--> statement-breakpoint
CREATE POLICY "audit_leaf_select_sequencer" ON "audit_leaf" AS PERMISSIVE FOR SELECT TO "vigil_sequencer" USING (true);--> statement-breakpoint
CREATE POLICY "audit_leaf_insert_sequencer" ON "audit_leaf" AS PERMISSIVE FOR INSERT TO "vigil_sequencer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_pending_select_sequencer" ON "audit_pending" AS PERMISSIVE FOR SELECT TO "vigil_sequencer" USING (true);--> statement-breakpoint
CREATE POLICY "audit_pending_delete_sequencer" ON "audit_pending" AS PERMISSIVE FOR DELETE TO "vigil_sequencer" USING (true);--> statement-breakpoint
CREATE POLICY "audit_root_select_app" ON "audit_root" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((select my_reach('audit:read')) = 'all');--> statement-breakpoint
CREATE POLICY "audit_root_select_sequencer" ON "audit_root" AS PERMISSIVE FOR SELECT TO "vigil_sequencer" USING (true);--> statement-breakpoint
CREATE POLICY "audit_root_insert_sequencer" ON "audit_root" AS PERMISSIVE FOR INSERT TO "vigil_sequencer" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "access_grant_select_app" ON "access_grant" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "case_file_select_app" ON "case_file" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((team_id = (select my_team('case:read')) and confidentiality = any((select my_openings())::text[])) or id in (select my_cases('case:read')));--> statement-breakpoint
CREATE POLICY "case_file_insert_app" ON "case_file" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (owner_id = (select my_id()) and team_id = (select my_team('case:open')));--> statement-breakpoint
CREATE POLICY "case_file_update_app" ON "case_file" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING ((team_id = (select my_team('case:edit')) and confidentiality = any((select my_openings())::text[])) or id in (select my_cases('case:edit'))) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "case_reach_select_clock" ON "case_reach" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (until < now());--> statement-breakpoint
CREATE POLICY "case_reach_delete_clock" ON "case_reach" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (until < now());--> statement-breakpoint
CREATE POLICY "vault_key_select_app" ON "vault_key" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))) or (purpose = 'log' and (select my_reach('audit:read')) = 'all'));--> statement-breakpoint
CREATE POLICY "vault_key_insert_app" ON "vault_key" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "claim_select_app" ON "claim" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "claim_insert_app" ON "claim" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "situation_basis_select_app" ON "situation_basis" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "situation_basis_insert_app" ON "situation_basis" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('situation:record'))));--> statement-breakpoint
CREATE POLICY "situation_entry_select_app" ON "situation_entry" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "situation_entry_insert_app" ON "situation_entry" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('situation:record'))));--> statement-breakpoint
CREATE POLICY "source_identity_select_app" ON "source_identity" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('source:reveal'))));--> statement-breakpoint
CREATE POLICY "source_identity_insert_app" ON "source_identity" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "source_select_app" ON "source" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "source_insert_app" ON "source" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "contact_channel_select_app" ON "contact_channel" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "contact_channel_insert_app" ON "contact_channel" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "contact_channel_update_app" ON "contact_channel" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "contact_log_select_app" ON "contact_log" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "contact_log_insert_app" ON "contact_log" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('contact:record'))));--> statement-breakpoint
CREATE POLICY "contact_value_select_app" ON "contact_value" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('contact:reveal'))));--> statement-breakpoint
CREATE POLICY "contact_value_insert_app" ON "contact_value" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "account_select_app" ON "account" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (id = (select my_id()) or (select my_reach('account:read')) = 'all' or team_id = (select my_team('account:read')));--> statement-breakpoint
CREATE POLICY "account_insert_app" ON "account" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK ((select my_reach('account:manage')) = 'all' and id <> (select my_id()) and (role in ('auditor', 'admin') or state <> 'active'));--> statement-breakpoint
CREATE POLICY "account_update_app" ON "account" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING ((select my_reach('account:manage')) = 'all' and id <> (select my_id())) WITH CHECK ((select my_reach('account:manage')) = 'all' and id <> (select my_id()) and (role in ('auditor', 'admin') or state <> 'active'));--> statement-breakpoint
CREATE POLICY "form_use_select_app" ON "form_use" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (session_id = (select my_session()));--> statement-breakpoint
CREATE POLICY "form_use_insert_app" ON "form_use" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (session_id = (select my_session()));--> statement-breakpoint
CREATE POLICY "form_use_update_app" ON "form_use" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (session_id = (select my_session()));--> statement-breakpoint
CREATE POLICY "form_use_select_clock" ON "form_use" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (at < now() - interval '2 days');--> statement-breakpoint
CREATE POLICY "form_use_delete_clock" ON "form_use" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (at < now() - interval '2 days');--> statement-breakpoint
CREATE POLICY "house_key_select_app" ON "house_key" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (true);--> statement-breakpoint
CREATE POLICY "may_exist_use_select_clock" ON "may_exist_use" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (at < now() - interval '1 day');--> statement-breakpoint
CREATE POLICY "may_exist_use_delete_clock" ON "may_exist_use" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (at < now() - interval '1 day');--> statement-breakpoint
CREATE POLICY "notice_select_app" ON "notice" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (team_id = (select my_team('grant:give')));--> statement-breakpoint
CREATE POLICY "notice_update_app" ON "notice" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (team_id = (select my_team('grant:give')));--> statement-breakpoint
CREATE POLICY "session_select_app" ON "session" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (account_id = (select my_id()));--> statement-breakpoint
CREATE POLICY "session_select_clock" ON "session" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (absolute_until < now());--> statement-breakpoint
CREATE POLICY "session_delete_clock" ON "session" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (absolute_until < now());--> statement-breakpoint
CREATE POLICY "team_select_app" ON "team" AS PERMISSIVE FOR SELECT TO "vigil_app" USING ((select my_id()) is not null);--> statement-breakpoint
CREATE POLICY "team_insert_app" ON "team" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK ((select my_reach('account:manage')) = 'all');--> statement-breakpoint
CREATE POLICY "throttle_select_clock" ON "throttle" AS PERMISSIVE FOR SELECT TO "vigil_clock" USING (last_at < now() - case when failures > 0 then interval '1 day' else interval '90 days' end);--> statement-breakpoint
CREATE POLICY "throttle_delete_clock" ON "throttle" AS PERMISSIVE FOR DELETE TO "vigil_clock" USING (last_at < now() - case when failures > 0 then interval '1 day' else interval '90 days' end);--> statement-breakpoint
CREATE POLICY "name_key_select_app" ON "name_key" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "name_key_insert_app" ON "name_key" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "person_select_app" ON "person" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "person_insert_app" ON "person" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "person_update_app" ON "person" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "person_name_select_app" ON "person_name" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "person_name_insert_app" ON "person_name" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "person_name_update_app" ON "person_name" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "relationship_select_app" ON "relationship" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "relationship_insert_app" ON "relationship" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (touches(case_id, (select asking('case:edit'))));