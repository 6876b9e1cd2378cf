create or replace trigger case_file_owner_reaches after insert on case_file referencing new table as opened for each statement execute function owner_reaches();
create or replace trigger account_leaves_files after update of team_id, role on account for each row
  when (old.team_id is distinct from new.team_id or old.role <> new.role) execute function leave_files();
create or replace trigger case_file_opened_is_counted after insert on case_file referencing new table as opened for each statement execute function count_opened();
create or replace trigger case_file_is_counted after delete or update of team_id, confidentiality, workflow, situation, risk, owner_id, silent_since, review_due
  on case_file for each row execute function count_case();
create or replace trigger audit_entry_awaits_leaf after insert on audit_entry referencing new table as new_entries for each statement execute function await_leaf();
create or replace trigger intervention_stays_as_approved before update of type, mechanism, addressee, requested_action, harm, disclosed_fields on intervention
  for each row when (old.state <> 'draft') execute function refuse_change();
create or replace trigger intervention_is_approved_by_oneself before update of approved_by on intervention
  for each row when (new.approved_by is not null and new.approved_by is distinct from old.approved_by and new.approved_by is distinct from my_id()) execute function refuse_change();

create or replace trigger same_as_is_followed after insert or update of state on same_as for each row execute function follow_decision();
create or replace trigger case_file_link_holds after update of confidentiality on case_file for each row
  when (old.confidentiality is distinct from new.confidentiality and new.confidentiality_by_link is not null) execute function follow_confidentiality();

do $$
declare table_name text;
begin
  foreach table_name in array array['person', 'person_name', 'situation_entry', 'intake_answer', 'channel_key'] loop
    execute format('create or replace trigger %I after insert on %I referencing new table as changed for each statement execute function await_matching()', table_name || '_new_awaits_matching', table_name);
    continue when table_name in ('situation_entry', 'intake_answer', 'channel_key');
    execute format('create or replace trigger %I after update on %I referencing new table as changed for each statement execute function await_matching()', table_name || '_awaits_matching', table_name);
  end loop;
end $$;

do $$
declare table_name text;
begin
  foreach table_name in array array['audit_entry', 'audit_leaf', 'audit_root', 'situation_entry', 'situation_basis', 'contact_log', 'sign_of_life', 'workflow_step', 'intake_answer', 'likeness_answer', 'consent', 'handover', 'comment', 'intervention_step'] loop
    execute format('create or replace trigger %I before update or delete on %I for each row execute function refuse_change()', table_name || '_only_grows', table_name);
    execute format('create or replace trigger %I before truncate on %I for each statement execute function refuse_change()', table_name || '_never_empties', table_name);
  end loop;
end $$;

create or replace view record_pseudonymised with (security_barrier) as
  select encode(c.pseudonym, 'hex') as pseudonym, c.team_id, c.workflow, c.confidentiality, c.situation, c.situation_month, c.reliability, c.credibility,
         c.risk, c.province, p.sex, p.age_band, date_trunc('month', c.opened_at)::date as opened_month
    from case_file c join person p on p.case_id = c.id and p.role = 'subject'
   where (select my_reach('record:read-pseudonymised')) = 'all';
