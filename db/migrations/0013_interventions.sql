CREATE TABLE "intervention_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"intervention_id" uuid NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"impact" text,
	"at" "bytea" NOT NULL,
	"note" "bytea",
	"consents" uuid[] DEFAULT '{}' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "intervention_step_state_known" CHECK ("intervention_step"."state" in ('draft', 'approved', 'submitted', 'acknowledged', 'transmitted_to_state', 'replied', 'closed', 'withdrawn')),
	CONSTRAINT "intervention_step_outcome_known" CHECK ("intervention_step"."outcome" in ('NO_REPLY', 'GENERIC_REPLY', 'DENIED', 'INFO_PROVIDED', 'ACCESS_GRANTED', 'RETURN_AVERTED', 'RELEASED', 'OPINION_ARBITRARY', 'OPINION_NOT_ARBITRARY', 'FILED_RELEASED', 'CLARIFIED', 'DISCONTINUED', 'ARCHIVED_CLOSED', 'INADMISSIBLE', 'REPRISAL_REPORTED')),
	CONSTRAINT "intervention_step_impact_known" CHECK ("intervention_step"."impact" in ('-3', '-2', '-1', '0', '1', '2', '3'))
);
--> statement-breakpoint
ALTER TABLE "intervention_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intervention" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"type" text NOT NULL,
	"mechanism" text NOT NULL,
	"addressee" "bytea" NOT NULL,
	"requested_action" "bytea" NOT NULL,
	"disclosed_fields" text[] NOT NULL,
	"harm" "bytea" NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"outcome" text,
	"changed_by" uuid NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"override_id" uuid,
	"submitted_at" timestamp with time zone,
	"reply_due_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "intervention_of_file" UNIQUE("id","case_id"),
	CONSTRAINT "intervention_type_known" CHECK ("intervention"."type" in ('WGEID_URGENT', 'WGEID_STANDARD', 'WGAD_URGENT_APPEAL', 'WGAD_OPINION', 'SP_URGENT_APPEAL', 'SP_ALLEGATION_LETTER', 'UPR_SUBMISSION', 'TREATY_BODY_REPORT', 'UNHCR_NOTIFY', 'UNHCR_RSD', 'ICRC_TRACING', 'ICRC_FAMILY_MSG', 'GOV_DEMARCHE', 'CONSULAR_REQUEST', 'PARLIAMENT_LETTER', 'LEGAL_AID', 'MEDICAL_AID', 'FINANCIAL_AID', 'MEDIA_RELEASE', 'PUBLIC_CAMPAIGN', 'QUIET_DIPLOMACY', 'PARTNER_REFERRAL')),
	CONSTRAINT "intervention_mechanism_known" CHECK ("intervention"."mechanism" in ('WGEID', 'WGAD', 'SPECIAL_PROCEDURES', 'UN_PUBLIC', 'UNHCR', 'ICRC', 'GOV_ROK', 'GOV_OTHER', 'GOV_ACCUSED', 'PARTNER_NGO', 'JUSTICE_BODY', 'MEDIA')),
	CONSTRAINT "intervention_state_known" CHECK ("intervention"."state" in ('draft', 'approved', 'submitted', 'acknowledged', 'transmitted_to_state', 'replied', 'closed', 'withdrawn')),
	CONSTRAINT "intervention_outcome_known" CHECK ("intervention"."outcome" in ('NO_REPLY', 'GENERIC_REPLY', 'DENIED', 'INFO_PROVIDED', 'ACCESS_GRANTED', 'RETURN_AVERTED', 'RELEASED', 'OPINION_ARBITRARY', 'OPINION_NOT_ARBITRARY', 'FILED_RELEASED', 'CLARIFIED', 'DISCONTINUED', 'ARCHIVED_CLOSED', 'INADMISSIBLE', 'REPRISAL_REPORTED')),
	CONSTRAINT "intervention_discloses" CHECK (cardinality("intervention"."disclosed_fields") > 0 and "intervention"."disclosed_fields" <@ array['circumstances', 'name', 'birth', 'sex', 'citizenship', 'whereabouts', 'health', 'photo']),
	CONSTRAINT "intervention_not_own" CHECK ("intervention"."approved_by" is null or ("intervention"."approved_by" <> "intervention"."recorded_by" and "intervention"."approved_by" <> "intervention"."changed_by")),
	CONSTRAINT "intervention_approved" CHECK ("intervention"."state" in ('draft', 'withdrawn') or "intervention"."approved_by" is not null),
	CONSTRAINT "intervention_submitted" CHECK ("intervention"."state" in ('draft', 'approved', 'withdrawn') or "intervention"."submitted_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "intervention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proposal" DROP CONSTRAINT "proposal_kind_known";--> statement-breakpoint
ALTER TABLE "intervention_step" ADD CONSTRAINT "intervention_step_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_step" ADD CONSTRAINT "intervention_step_intervention_of_same_file" FOREIGN KEY ("intervention_id","case_id") REFERENCES "public"."intervention"("id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention" ADD CONSTRAINT "intervention_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention" ADD CONSTRAINT "intervention_override_id_proposal_id_fk" FOREIGN KEY ("override_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "intervention_step_case" ON "intervention_step" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "intervention_case" ON "intervention" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "intervention_reply" ON "intervention" USING btree ("reply_due_at") WHERE "intervention"."state" in ('submitted', 'acknowledged', 'transmitted_to_state');--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_kind_known" CHECK ("proposal"."kind" in ('missing', 'deceased', 'closing', 'disclosure'));--> statement-breakpoint
CREATE POLICY "intervention_step_select_app" ON "intervention_step" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "intervention_step_insert_app" ON "intervention_step" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (recorded_by = (select my_id()) and touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "intervention_select_app" ON "intervention" AS PERMISSIVE FOR SELECT TO "vigil_app" USING (case_id = (select file_at_hand('case:read')) or touches(case_id, (select asking('case:read'))));--> statement-breakpoint
CREATE POLICY "intervention_insert_app" ON "intervention" AS PERMISSIVE FOR INSERT TO "vigil_app" WITH CHECK (state = 'draft' and approved_by is null and changed_by = (select my_id()) and recorded_by = (select my_id()) and touches(case_id, (select asking('case:edit'))));--> statement-breakpoint
CREATE POLICY "intervention_update_app" ON "intervention" AS PERMISSIVE FOR UPDATE TO "vigil_app" USING (touches(case_id, (select asking('case:edit')))) WITH CHECK (state <> 'approved' or approved_by is distinct from (select my_id()) or touches(case_id, (select asking('proposal:decide'))));