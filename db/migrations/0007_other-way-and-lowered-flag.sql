ALTER TABLE "contact_log" ADD COLUMN "other_kind" text;--> statement-breakpoint
ALTER TABLE "flag" ADD COLUMN "lowered_reason" "bytea";--> statement-breakpoint
ALTER TABLE "contact_log" ADD CONSTRAINT "contact_log_other_kind_known" CHECK ("contact_log"."other_kind" in ('phone', 'wechat', 'kakao', 'signal', 'email', 'courier', 'via_person'));