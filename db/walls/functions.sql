-- Every definer function of Vigil. Each runs as the owner, so each returns the least and fixes its search_path.

create or replace function me() returns actor language plpgsql stable security definer set search_path = public, pg_temp as $$
declare found_actor actor;
begin
  select a.id, a.role, a.team_id, s.id into found_actor
    from session s join account a on a.id = s.account_id
   where s.hash = decode(coalesce(current_setting('vigil.session', true), ''), 'hex')
     and s.ended_at is null and s.idle_until > now() and s.absolute_until > now()
     and a.state = 'active' and a.access_version = s.access_version;
  return found_actor;
end $$;

create or replace function my_id() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return (me()).id; end $$;

create or replace function my_session() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return (me()).session_id; end $$;

create or replace function my_reach(deed text) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return grant_reach((me()).role, deed); end $$;

create or replace function my_team(deed text) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who actor := me();
begin return case when grant_reach(who.role, deed) = 'team' then who.team_id end; end $$;

create or replace function my_openings() returns text[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return open_to((me()).role); end $$;

create or replace function my_cases(deed text) returns setof uuid language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare who actor := me();
begin
  if grant_reach(who.role, deed) is null then return; end if;
  return query select distinct r.case_id from case_reach r
   where r.user_id = who.id and (r.level = 'work' or (r.level = 'read' and is_reading(deed)) or (r.level = 'glass' and is_glass(deed))) and (r.until is null or r.until > now())
     -- What has not been opened is no file yet, for its author neither.
     and r.case_id <> all (array(select d.case_id from draft d where d.author_id = who.id and d.kind = 'opening'));
end $$;

create or replace function asking_as(who actor, deed text) returns asking language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if grant_reach(who.role, deed) is null then return null; end if;
  return (who.id, who.team_id, grant_reach(who.role, deed), is_reading(deed), open_to(who.role), is_deciding(deed), is_glass(deed), null)::asking;
end $$;

-- Of the files a verb said it writes to (any text: the setting asks, it grants nothing) those the asker reaches are known once a statement, not once a row.
create or replace function asking(deed text) returns asking language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who asking := asking_as(me(), deed); said text := nullif(current_setting('vigil.files', true), '');
begin
  if said is not null then who.at_hand := array(select f.id from unnest(said::uuid[]) as f (id) where touches(f.id, who)); end if;
  return who;
end $$;

create or replace function touches(of_case uuid, who asking) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if who.user_id is null then return false; end if;
  if who.reach = 'all' or of_case = any(who.at_hand) then return true; end if;
  if who.deciding then
    perform from case_file c where c.id = of_case and c.team_id = who.team_id;
    if not found then return false; end if;
  end if;
  perform from case_reach r where r.user_id = who.user_id and r.case_id = of_case
    and (r.level = 'work' or (r.level = 'read' and who.reading) or (r.level = 'glass' and who.glass)) and (r.until is null or r.until > now());
  if found then return true; end if;
  if who.reach <> 'team' then return false; end if;
  perform from case_file c where c.id = of_case and c.team_id = who.team_id and c.confidentiality = any(who.opens);
  return found;
end $$;

create or replace function my_level(of_case uuid) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare highest text;
begin
  select max(r.level) into highest from case_reach r
   where r.user_id = my_id() and r.case_id = of_case and (r.until is null or r.until > now());
  return highest;
end $$;

-- The file a verb said it reads (any text: the setting asks, it grants nothing), if the asker reaches it.
create or replace function file_at_hand(deed text) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare at_hand uuid := nullif(current_setting('vigil.file', true), '')::uuid;
begin
  if at_hand is null or not touches(at_hand, asking(deed)) then return null; end if;
  return at_hand;
end $$;

-- The one way in: checks the session, sets the transaction-local hash, tells the door who it is.
create or replace function enter(with_hash bytea)
returns table (id uuid, role text, team_id uuid, session_id uuid, name bytea, team_name bytea, locale text, time_zone text, theme text,
               names_list text, names_until timestamptz, absolute_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare seen timestamptz;
begin
  perform set_config('vigil.session', encode(with_hash, 'hex'), true);
  return query
    select a.id, a.role, a.team_id, s.id, a.name, t.name, a.locale, a.time_zone, a.theme, s.names_list, s.names_until, s.absolute_until
      from session s join account a on a.id = s.account_id left join team t on t.id = a.team_id
     where s.hash = with_hash and s.ended_at is null and s.idle_until > now() and s.absolute_until > now()
       and a.state = 'active' and a.access_version = s.access_version;
  if found and exists (select from session s where s.hash = with_hash and s.seen_at < now() - interval '1 minute') then
    with seen as (
      update session s set seen_at = now(), idle_until = least(now() + interval '30 minutes', s.absolute_until)
       where s.hash = with_hash and s.seen_at < now() - interval '1 minute' returning s.account_id)
    update account a set here_at = now() from seen where a.id = seen.account_id;
  end if;
end $$;

create or replace function sign_in_account(tag bytea)
returns table (id uuid, password_hash bytea, state text, locale text, time_zone text, theme text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select a.id, a.password_hash, a.state, a.locale, a.time_zone, a.theme from account a where a.email_tag = tag;
end $$;

create or replace function begin_session(new_id uuid, new_hash bytea, of_account uuid)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into session (id, hash, account_id, access_version, started_at, seen_at, idle_until, absolute_until, here_before)
  select new_id, new_hash, a.id, a.access_version, now(), now(), now() + interval '30 minutes', now() + interval '12 hours', a.here_at
    from account a where a.id = of_account and a.state = 'active';
  if not found then raise exception using errcode = 'VG403'; end if;
  update account a set here_at = now() where a.id = of_account;
end $$;

create or replace function end_session(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session s set ended_at = now() where s.id = which and s.account_id = my_id() and s.ended_at is null;
  return found;
end $$;

create or replace function show_names(list text, for_time interval) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session s set names_list = list, names_until = now() + least(for_time, interval '10 minutes') where s.id = my_session();
end $$;

create or replace function set_my_look(new_locale text, new_zone text, new_theme text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account a set locale = new_locale, time_zone = new_zone, theme = new_theme, version = a.version + 1 where a.id = my_id();
end $$;

create or replace function my_password() returns bytea language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return (select a.password_hash from account a where a.id = my_id()); end $$;

create or replace function set_my_password(new_hash bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account a set password_hash = new_hash, access_version = a.access_version + 1, version = a.version + 1 where a.id = my_id();
end $$;

-- The wait in whole seconds before another attempt may be made, and the record of one that failed.
create or replace function throttle_wait(tags bytea[]) returns integer language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select max(ceil(extract(epoch from t.blocked_until - now()))) from throttle t where t.tag = any(tags) and t.blocked_until > now()), 0);
end $$;

-- Known is who signed in from there and has mistyped at most three times since.
create or replace function throttle_known(pair bytea) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return exists (select from throttle t where t.tag = pair and t.failures <= 0); end $$;

create or replace function throttle_failed(of_tag bytea, free integer, longest integer)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into throttle as t (tag, failures, last_at) values (of_tag, 1, now())
  on conflict (tag) do update set last_at = now(), failures = t.failures + 1,
    blocked_until = case when t.failures + 1 >= free
      then now() + make_interval(secs => least(longest, power(2, least(t.failures + 1 - free, 12)))) end;
end $$;

create or replace function throttle_passed(pair bytea, others bytea[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from throttle t where t.tag = any(others);
  insert into throttle (tag, failures, last_at) values (pair, -3, now())
  on conflict (tag) do update set failures = -3, last_at = now(), blocked_until = null;
end $$;

create or replace function invite(new_hash bytea, of_account uuid, for_time interval)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_reach('account:manage') is distinct from 'all' or of_account = my_id() then raise exception using errcode = 'VG403'; end if;
  -- A link to an account that reads files now would hand it over without the second person who confirms.
  perform from account a where a.id = of_account and a.role in ('caseworker', 'coordinator') and a.state = 'active';
  if found then raise exception using errcode = 'VG403'; end if;
  update invitation i set used_at = now() where i.account_id = of_account and i.used_at is null;
  insert into invitation (token_hash, account_id, until) values (new_hash, of_account, now() + for_time);
end $$;

create or replace function invited(hash bytea)
returns table (account_id uuid, role text, founding boolean, team_id uuid, name bytea, team_name bytea)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select a.id, a.role, i.founding, a.team_id, a.name, t.name
    from invitation i join account a on a.id = i.account_id left join team t on t.id = a.team_id
   where i.token_hash = hash and i.used_at is null and i.until > now() and a.state <> 'disabled';
end $$;

create or replace function accept_invitation(hash bytea, new_password bytea, new_email_tag bytea, new_email bytea, new_name bytea, new_team_name bytea)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare invited record;
begin
  update invitation i set used_at = now() from account a
   where i.token_hash = hash and i.used_at is null and i.until > now() and a.id = i.account_id and a.state <> 'disabled'
  returning i.account_id, i.founding into invited;
  if not found then raise exception using errcode = 'VG404'; end if;
  if invited.founding then
    update account a set email_tag = new_email_tag, email = new_email, name = new_name, state = 'active' where a.id = invited.account_id;
    update team t set name = new_team_name, version = t.version + 1
      from account a where a.id = invited.account_id and t.id = a.team_id and new_team_name is not null;
  end if;
  update account a set password_hash = new_password, access_version = a.access_version + 1, version = a.version + 1
   where a.id = invited.account_id;
  return invited.account_id;
end $$;

-- Joined is who has set a password and has no link open: a link still open could be anybody's.
create or replace function has_joined(which uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from account a where a.id = which and a.password_hash is not null)
     and not exists (select from invitation i where i.account_id = which and i.used_at is null and i.until > now());
end $$;

create or replace function unjoined() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if my_reach('account:manage') is distinct from 'all' then return; end if;
  return query select a.id from account a where a.state <> 'disabled' and not has_joined(a.id);
end $$;

-- Accounts that the asker may confirm: those of the own team, and the first coordinator of a team that holds no file yet.
create or replace function awaiting_me()
returns table (id uuid, team_id uuid, role text, name bytea, version integer, since timestamptz, joined boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare own uuid := my_team('account:confirm');
begin
  if own is null then return; end if;
  return query select a.id, a.team_id, a.role, a.name, a.version, a.created_at, has_joined(a.id) from account a
   where a.state = 'waiting' and a.id <> my_id() and (a.team_id = own or (a.role = 'coordinator'
     and not exists (select from account o where o.team_id = a.team_id and o.role = 'coordinator' and o.state = 'active')));
end $$;

create or replace function confirm_account(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account a set state = 'active', access_version = a.access_version + 1, version = a.version + 1
   where a.id = which and a.id in (select w.id from awaiting_me() w where w.joined);
  return found;
end $$;

-- Those of these files that the asker reads, found in one pass where a policy would ask for each of their rows.
create or replace function readable_of(files uuid[]) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who asking := asking('case:read');
begin
  return array(
    select c.id from case_file c
     where c.id = any(files) and c.workflow not in ('draft', 'erased')
       and ((who.reach = 'team' and c.team_id = who.team_id and c.confidentiality = any(who.opens))
            or exists (select from case_reach r where r.user_id = who.user_id and r.case_id = c.id and (r.until is null or r.until > now()))));
end $$;

-- The sealed words in files the asker reads, each with the key that sealed it: what their rows would show, judged once a file.
create or replace function words_of(files uuid[])
returns table (branch text, id uuid, case_id uuid, at text, a bytea, b bytea, c bytea, key_id uuid, person_id uuid, purpose text, epoch integer, wrapped bytea)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare shown uuid[] := readable_of(files);
begin
  return query with word (branch, id, case_id, at, a, b, c) as (
    select 'situation', n.id, n.case_id, n.recorded_at, n.note, n.place, n.gap_reason from situation_entry n where n.case_id = any(shown)
    union all select 'sign', n.id, n.case_id, n.recorded_at, n.note, n.place, null from sign_of_life n where n.case_id = any(shown)
    union all select 'contact', n.id, n.case_id, n.recorded_at, n.note, n.outside_reason, null from contact_log n where n.case_id = any(shown)
    union all select 'claim', n.id, n.case_id, n.recorded_at, n.quote, null, null from claim n where n.case_id = any(shown)
    union all select 'comment', n.id, n.case_id, n.recorded_at, n.text, null, null from comment n where n.case_id = any(shown)
    union all select 'task', n.id, n.case_id, n.recorded_at, n.title, n.note, null from task n where n.case_id = any(shown)
    union all select 'step', n.id, n.case_id, n.recorded_at, n.note, null, null from workflow_step n where n.case_id = any(shown)
    union all select 'flag', n.id, n.case_id, n.recorded_at, n.reason, n.lowered_reason, null from flag n where n.case_id = any(shown)
    union all select 'factor', n.id, n.case_id, n.recorded_at, n.note, null, null from risk_factor n where n.case_id = any(shown)
    union all select 'handover', n.id, n.case_id, n.recorded_at, n.briefing, null, null from handover n where n.case_id = any(shown)
    union all select 'answer', n.id, n.case_id, n.recorded_at, n.value, null, null from intake_answer n where n.case_id = any(shown))
  select w.branch, w.id, w.case_id, w.at::text, w.a, w.b, w.c, k.id, k.person_id, k.purpose, k.epoch, k.wrapped
    from word w join vault_key k on k.id = encode(substring(coalesce(w.a, w.b, w.c) from 2 for 16), 'hex')::uuid and k.case_id = w.case_id;
end $$;

-- People the asker reads whom these tags lead to, those of the surest tag first, with their sealed names and what opens them.
-- Of each tag only so many of them are taken, in files that fit what the search is narrowed by; `crowded` says that there may be more.
create or replace function name_hits(tags bytea[], kinds text[], mosts integer[], most integer, narrowed json)
returns table (person_id uuid, case_id uuid, team_id uuid, confidentiality text, own text, crowded boolean, keys json, names json)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who asking := asking('case:read'); of_situation text := narrowed ->> 'situation'; of_risk text := narrowed ->> 'risk';
        of_team text := narrowed ->> 'team'; of_owner uuid := narrowed ->> 'assignee'; of_year text := narrowed ->> 'year';
begin
  return query
    with led as materialized (
      select w.kind, w.place, w.most, k.*
        from unnest(tags, kinds, mosts) with ordinality as w (tag, kind, most, place)
       cross join lateral (
         select n.person_id, n.case_id, c.team_id, c.confidentiality, r.level as own
           from name_key n join case_file c on c.id = n.case_id
           left join lateral (select max(o.level) as level from case_reach o
             where o.user_id = who.user_id and o.case_id = n.case_id and (o.until is null or o.until > now())) r on true
          where n.tag = w.tag and n.kind = w.kind and c.workflow not in ('draft', 'erased')
            and ((who.reach = 'team' and c.team_id = who.team_id and c.confidentiality = any(who.opens)) or r.level is not null)
            and (of_situation is null or c.situation = of_situation) and (of_risk is null or c.risk = of_risk)
            and (of_owner is null or c.owner_id = of_owner) and (of_team is null or (c.team_id = who.team_id) = (of_team = 'own'))
            and (of_year is null or left(c.situation_month, 4) = of_year)
          limit w.most) k),
    hit as materialized (
      select l.person_id, l.case_id, l.team_id, l.confidentiality, l.own, min(l.place) as place, count(*) as shared
        from led l group by 1, 2, 3, 4, 5),
    full_tag as (select l.kind from led l group by l.kind, l.place, l.most having count(*) = l.most)
    select h.person_id, h.case_id, h.team_id, h.confidentiality, h.own,
           (select count(*) from hit) > most or exists (select from full_tag f where f.kind <> 'given'),
           (select json_agg(k) from vault_key k where k.case_id = h.case_id and k.person_id = h.person_id),
           (select json_agg(json_build_object('id', n.id, 'text', n.text)) from person_name n where n.person_id = h.person_id and n.case_id = h.case_id)
      from hit h order by h.place, h.shared desc, h.person_id limit most;
end $$;

-- The stricter of two words of confidentiality: a file's own, and what it carries while a link stands.
create or replace function stricter(one text, other text) returns text language plpgsql immutable security definer set search_path = public, pg_temp as $$
declare words text[] := array['team', 'assigned', 'named'];
begin
  return case when array_position(words, other) > array_position(words, one) then other else one end;
end $$;

-- Teams that hold a file with this whole name out of the asker's reach. `named` files, by their own word or by a link, never show: their team is told instead.
create or replace function may_exist(tags bytea[]) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare who actor := me(); reading asking := asking('case:read'); asked integer;
begin
  if grant_reach(who.role, 'case:open') is null or cardinality(tags) > 8 then raise exception using errcode = 'VG403'; end if;
  select count(*) into asked from may_exist_use u where u.account_id = who.id and u.at > now() - interval '1 hour';
  if asked >= 120 then raise exception using errcode = 'VG429'; end if;
  insert into may_exist_use (account_id, at, n) values (who.id, now(), asked) on conflict do nothing;
  insert into notice (id, team_id, kind, at)
    select gen_random_uuid(), c.team_id, 'name-searched', now()
      from name_key k join case_file c on c.id = k.case_id
     where k.tag = any(tags) and k.kind = 'whole' and stricter(c.confidentiality, c.confidentiality_by_link) = 'named' and not touches(c.id, reading)
       and not exists (select from notice n where n.team_id = c.team_id and n.kind = 'name-searched' and n.read_at is null)
     group by c.team_id;
  return query select c.team_id
      from name_key k join case_file c on c.id = k.case_id
     where k.tag = any(tags) and k.kind = 'whole' and stricter(c.confidentiality, c.confidentiality_by_link) <> 'named' and c.workflow <> 'erased' and not touches(c.id, reading)
     group by c.team_id;
end $$;

-- A hint names the file that may_exist has just told of, to this session and for half an hour; it tells the asker nothing.
create or replace function draw_hint(new_id uuid, tags bytea[], of_team uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare who actor := me(); reading asking := asking('case:read');
begin
  perform from may_exist_use u where u.account_id = who.id and u.at = now();
  if not found or grant_reach(who.role, 'glass:break') is null or cardinality(tags) > 8 then raise exception using errcode = 'VG403'; end if;
  insert into glass_hint (id, session_id, case_id, until)
  select new_id, who.session_id, c.id, now() + interval '30 minutes'
    from name_key k join case_file c on c.id = k.case_id
   where k.tag = any(tags) and k.kind = 'whole' and c.team_id = of_team and stricter(c.confidentiality, c.confidentiality_by_link) <> 'named' and c.workflow <> 'erased' and not touches(c.id, reading)
   order by c.changed_at desc, c.id limit 1;
end $$;

-- Opens the file a hint names for four hours, at most three files in seven days, and tells the coordinators of both teams.
create or replace function break_glass(new_id uuid, hint uuid, sealed_reason bytea) returns table (file_id uuid, file_ref text, file_team uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare who actor := me(); file case_file; four_hours_on timestamptz := now() + interval '4 hours';
begin
  if grant_reach(who.role, 'glass:break') is null then raise exception using errcode = 'VG403'; end if;
  perform from account a where a.id = who.id for update;
  select c.* into file from glass_hint h join case_file c on c.id = h.case_id
   where h.id = hint and h.session_id = who.session_id and h.until > now() and stricter(c.confidentiality, c.confidentiality_by_link) <> 'named' and c.workflow <> 'erased';
  if not found or touches(file.id, asking('case:read')) then raise exception using errcode = 'VG404'; end if;
  if (select count(*) from glass_break g where g.user_id = who.id and g.at > now() - interval '7 days') >= 3 then
    raise exception using errcode = 'VG429';
  end if;
  delete from glass_hint h where h.id = hint;
  insert into glass_break (id, case_id, user_id, reason, at, until, review_due)
  values (new_id, file.id, who.id, sealed_reason, now(), four_hours_on, now() + interval '72 hours');
  insert into case_reach as r (user_id, case_id, via, level, until) values (who.id, file.id, 'glass', 'glass', four_hours_on)
  on conflict (user_id, case_id, via) do update set until = excluded.until;
  insert into notice (id, team_id, kind, about_id, at)
  select gen_random_uuid(), t.id, 'glass-broken', new_id, now() from team t where t.id in (file.team_id, who.team_id);
  return query select file.id, file.ref, file.team_id;
end $$;

-- Who opened files in an emergency, for those who review it: they may be of another team.
create or replace function who_broke(breaks uuid[]) returns table (break_id uuid, id uuid, name bytea)
language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
begin
  return query select g.id, a.id, a.name from glass_break g join account a on a.id = g.user_id
   where g.id = any(breaks) and touches(g.case_id, asking('glass:review'));
end $$;

-- What the template of a list asks of these files, still sealed, with the keys that open it: of each one that the asker may take
-- along, judged once a file. A `named` one, by its own word or by a link, takes a second person and is never among them; how
-- people are reached and who told is there of the asker's own alone, where it was asked for.
create or replace function rows_to_take(files uuid[], with_contacts boolean)
returns table (id uuid, team_id uuid, confidentiality text, is_own boolean, situation text,
  person_id uuid, sex text, birth bytea, name_id uuid, name bytea, other_id uuid, other bytea,
  entry_id uuid, valid bytea, place bytea, province text, note bytea,
  source_id uuid, source_type text, distance text, connection bytea, told bytea,
  caller_id uuid, first_id uuid, first_kind text, first_value bytea, second_id uuid, second_kind text, second_value bytea,
  file_key uuid, file_epoch integer, file_wrapped bytea, person_key uuid, person_epoch integer, person_wrapped bytea,
  caller_key uuid, caller_epoch integer, caller_wrapped bytea)
language plpgsql stable security definer rows 500 set search_path = public, pg_temp as $$
declare who asking := asking('list:export'); own uuid[] := array(select my_cases('list:export'));
begin
  if who.user_id is null then return; end if;
  return query
    select c.id, c.team_id, c.confidentiality, m.is_own, c.situation,
           p.id, p.sex, p.birth, n.ids[1], n.texts[1], n.ids[2], n.texts[2],
           e.id, e.valid, e.place, e.province, e.note,
           s.id, s.type, s.distance, s.connection, i.name,
           l.id, h.ids[1], h.kinds[1], h.sealed[1], h.ids[2], h.kinds[2], h.sealed[2],
           kf.id, kf.epoch, kf.wrapped, kp.id, kp.epoch, kp.wrapped, kl.id, kl.epoch, kl.wrapped
      from unnest(files) f (file_id) join case_file c on c.id = f.file_id
      cross join lateral (select c.id = any(own) as is_own) m
      join person p on p.case_id = c.id and p.role = 'subject'
      left join vault_key kf on kf.case_id = c.id and kf.purpose = 'file'
      left join vault_key kp on kp.case_id = c.id and kp.person_id = p.id
      cross join lateral (select (array_agg(x.id order by x.recorded_at, x.id))[1:2] as ids, (array_agg(x.text order by x.recorded_at, x.id))[1:2] as texts
                            from person_name x where x.case_id = c.id and x.person_id = p.id) n
      left join lateral (select x.* from situation_entry x where x.case_id = c.id and x.situation = c.situation and x.stance <> 'denies'
                            and not exists (select from situation_entry y where y.case_id = c.id and y.correction_of = x.id)
                          order by x.recorded_at desc, x.id desc limit 1) e on true
      left join lateral (select x.* from situation_basis b join claim y on y.id = b.claim_id join source x on x.id = y.source_id
                          where b.entry_id = e.id order by y.recorded_at, y.id limit 1) s on true
      left join source_identity i on i.source_id = s.id and m.is_own and with_contacts
      left join lateral (select x.id from person x where x.case_id = c.id and x.role = 'caller' and m.is_own and with_contacts
                          order by x.recorded_at, x.id limit 1) l on true
      left join vault_key kl on kl.case_id = c.id and kl.person_id = l.id
      left join lateral (select (array_agg(x.id order by x.recorded_at, x.id))[1:2] as ids, (array_agg(x.kind order by x.recorded_at, x.id))[1:2] as kinds,
                                (array_agg(v.value order by x.recorded_at, x.id))[1:2] as sealed
                           from contact_channel x join contact_value v on v.channel_id = x.id
                          where x.case_id = c.id and x.person_id = l.id and x.state not in ('lost', 'compromised', 'do_not_use')) h on l.id is not null
     where c.workflow not in ('draft', 'erased') and c.confidentiality <> 'named' and c.confidentiality_by_link is distinct from 'named'
       and (m.is_own or (who.reach = 'team' and c.team_id = who.team_id and c.confidentiality = any(who.opens)))
     order by c.id;
end $$;

create or replace function free_ref(candidates text[]) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select c.ref from unnest(candidates) with ordinality as c(ref, place)
           where not exists (select from case_file f where f.ref = c.ref) order by c.place limit 1);
end $$;

create or replace function free_refs(candidates text[]) returns text[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select c.ref from unnest(candidates) with ordinality as c(ref, place)
                where not exists (select from case_file f where f.ref = c.ref) order by c.place);
end $$;

create or replace function may_hold_cases(which uuid, of_team uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from account a where a.id = which and a.state = 'active' and a.role in ('caseworker', 'coordinator')
                    and (of_team is null or a.team_id = of_team) and a.id <> my_id());
end $$;

-- The entries of what the clock did, one a file: nothing in them is secret and the clock holds no key, so the salt and the
-- empty details stand behind a zero byte as they are, and the commitment is the same as of sealed ones.
create or replace function clock_did(of_deed text, files uuid[], objects uuid[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare entries integer;
begin
  insert into audit_entry (id, at, actor_id, deed, outcome, case_id, team_id, object_ids, details, details_commitment)
  select gen_random_uuid(), date_trunc('milliseconds', now()), clock_actor(), of_deed, 'done', d.case_id, c.team_id, array_remove(array[d.case_id, d.about_id], null),
         '\x00'::bytea || d.salt || '{}'::bytea, sha256(d.salt || '{}'::bytea)
    from (select u.case_id, u.about_id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt
            from unnest(files, objects) as u (case_id, about_id)) d
    join case_file c on c.id = d.case_id;
  get diagnostics entries = row_count;
  return entries;
end $$;

-- What comes due without a person, at most so many of each kind a call; the answer is how many rows were changed.
-- A review that was dropped comes back after a day, a silence that was looked into after another limit of days.
create or replace function raise_tasks(batch integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare files uuid[]; objects uuid[]; raised integer := 0; today date := (now() at time zone 'UTC')::date;
begin
  with lowered as (
    update case_file c set risk = coalesce(c.risk_then, c.risk), risk_then = null, risk_until = null
     where c.id in (select f.id from case_file f where f.risk_until <= now() order by f.risk_until limit batch for update skip locked)
    returning c.id
  )
  select array_agg(l.id), array_agg(null::uuid) into files, objects from lowered l;
  raised := raised + clock_did('risk.turn', files, objects);
  with opened as (
    insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
    select gen_random_uuid(), c.id, c.team_id, 'review', c.review_due, c.owner_id, c.id, now() from case_file c
     where is_open(c.workflow) and c.review_due < now() + interval '24 hours' and not exists (
           select from task t where t.case_id = c.id and t.kind = 'review' and (t.state = 'open' or t.closed_at > now() - interval '24 hours'))
     limit batch
    on conflict do nothing
    returning id, case_id
  )
  select array_agg(o.case_id), array_agg(o.id) into files, objects from opened o;
  raised := raised + clock_did('task.raise', files, objects);
  with opened as (
    insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
    select gen_random_uuid(), c.id, c.team_id, 'silence', now() + interval '1 day', c.owner_id, c.id, now() from case_file c
     where is_open(c.workflow) and c.silent_since < today - silence_days(c.situation) and not exists (
           select from task t where t.case_id = c.id and t.kind = 'silence'
              and (t.state = 'open' or t.closed_at > now() - make_interval(days => silence_days(c.situation))))
     limit batch
    on conflict do nothing
    returning id, case_id
  )
  select array_agg(o.case_id), array_agg(o.id) into files, objects from opened o;
  raised := raised + clock_did('task.raise', files, objects);
  with opened as (
    insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
    select gen_random_uuid(), c.id, c.team_id, 'reply', i.reply_due_at, c.owner_id, i.id, now()
      from intervention i join case_file c on c.id = i.case_id
     where is_open(c.workflow) and i.state in ('submitted', 'acknowledged', 'transmitted_to_state')
       and i.reply_due_at < now() + interval '24 hours' and not exists (
           select from task t where t.case_id = c.id and t.kind = 'reply' and t.about_id = i.id
              and (t.state = 'open' or t.closed_at > now() - interval '7 days'))
     limit batch
    on conflict do nothing
    returning id, case_id
  )
  select array_agg(o.case_id), array_agg(o.id) into files, objects from opened o;
  return raised + clock_did('task.raise', files, objects);
end $$;

-- Somebody returned of whom nothing was heard or recorded for 90 days: a person is asked whether they are missing. Nothing is set.
create or replace function propose_missing() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare files uuid[]; objects uuid[];
begin
  with proposed as (
    insert into proposal (id, case_id, kind, proposed_at)
    select gen_random_uuid(), c.id, 'missing', now() from case_file c
     where is_open(c.workflow) and c.situation = 'RETURNED' and c.silent_since <= (now() at time zone 'UTC')::date - 90
       and not exists (select from situation_entry e where e.case_id = c.id and e.recorded_at > now() - interval '90 days')
       and not exists (select from proposal p where p.case_id = c.id and p.kind = 'missing'
                          and (p.state = 'waiting' or (p.state = 'declined' and p.decided_at > now() - interval '30 days')))
     limit 500
    on conflict do nothing
    returning id, case_id
  )
  select array_agg(p.case_id), array_agg(p.id) into files, objects from proposed p;
  insert into task (id, case_id, team_id, kind, due_at, about_id, recorded_at)
    select gen_random_uuid(), c.id, c.team_id, 'decide', now() + interval '48 hours', p.id, now()
      from unnest(files, objects) as p (case_id, id) join case_file c on c.id = p.case_id
  on conflict do nothing;
  return clock_did('proposal.make', files, objects);
end $$;

-- Tells the coordinators of a file's team, once an entry, that by this entry somebody is about to be sent back: a kind and an id, no more.
create or replace function tell_imminent(entry uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into notice (id, team_id, kind, about_id, at)
  select gen_random_uuid(), c.team_id, 'imminent-return', e.id, e.recorded_at
    from situation_entry e join case_file c on c.id = e.case_id
   where e.id = entry and e.situation = 'IMMINENT_RETURN' and c.situation = e.situation and touches(c.id, asking('situation:record'))
     and not exists (select from notice n where n.team_id = c.team_id and n.kind = 'imminent-return' and n.about_id = e.id);
end $$;

-- How many open tasks are due on each day for whoever holds the address, and one row without a day: none at all where it is
-- unknown or ended, where its account is, or where feeds are off. What is overdue is due today; a file out of reach counts nowhere.
create or replace function feed_days(hash bytea) returns table (locale text, day date, due bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who account; reading asking;
begin
  select a.* into who from calendar_feed f join account a on a.id = f.account_id
   where f.token_hash = hash and f.ended_at is null and a.state = 'active' and grant_reach(a.role, 'task:keep') is not null
     and exists (select from house_setting s where s.name = 'calendar-feeds' and s.value = 'on');
  if not found then return; end if;
  reading := asking_as((who.id, who.role, who.team_id, null)::actor, 'case:read');
  return query select who.locale, null::date, 0::bigint union all
    select who.locale, greatest((t.due_at at time zone who.time_zone)::date, (now() at time zone who.time_zone)::date) as on_day, count(*)
      from task t where t.owner_id = who.id and t.state = 'open' and t.due_at < now() + interval '1 year' and touches(t.case_id, reading)
     group by on_day;
end $$;

create or replace function has_due_task(which uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who account;
begin
  select * into who from account a where a.id = which;
  return exists (select from task t where t.owner_id = which and t.state = 'open'
                    and t.due_at < date_trunc('day', now(), who.time_zone) + interval '1 day'
                    and touches(t.case_id, asking_as((who.id, who.role, who.team_id, null)::actor, 'case:read')));
end $$;

-- Writes down whom to tell that tasks are due: from seven in the morning, once on a day of their own, and never who does not want it.
create or replace function ask_reminders() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare asked integer;
begin
  insert into reminder as r (account_id, asked_at)
  select a.id, now() from account a left join reminder b on b.account_id = a.id
   where a.state = 'active' and grant_reach(a.role, 'task:keep') is not null and b.is_off is not true
     and extract(hour from now() at time zone a.time_zone) >= 7
     and (b.asked_at is null or b.asked_at < date_trunc('day', now(), a.time_zone)) and has_due_task(a.id)
  on conflict (account_id) do update set asked_at = excluded.asked_at where r.is_off is not true;
  get diagnostics asked = row_count;
  return asked;
end $$;

-- Who was written down today and is not told yet, by id.
create or replace function remindable() returns setof uuid language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
begin
  return query select a.id from reminder r join account a on a.id = r.account_id
   where a.state = 'active' and r.is_off is not true and r.asked_at >= date_trunc('day', now(), a.time_zone)
     and (r.reminded_at is null or r.reminded_at < r.asked_at)
   order by a.id limit 500;
end $$;

-- Of two at once one is told no, and so is whoever asks for somebody who has done it all meanwhile.
create or replace function mark_reminded(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update reminder r set reminded_at = now() from account a
   where r.account_id = which and a.id = which and a.state = 'active' and r.is_off is not true
     and r.asked_at >= date_trunc('day', now(), a.time_zone) and (r.reminded_at is null or r.reminded_at < r.asked_at) and has_due_task(a.id);
  return found;
end $$;

create or replace function move_case(which uuid, new_owner uuid, new_confidentiality text, expected integer)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare file case_file;
begin
  if not touches(which, asking('case:assign')) then raise exception using errcode = 'VG404'; end if;
  select * into file from case_file c where c.id = which for update;
  if new_owner <> file.owner_id and not may_hold_cases(new_owner, file.team_id) then raise exception using errcode = 'VG403'; end if;
  update case_file c set owner_id = new_owner, confidentiality = new_confidentiality, version = c.version + 1, changed_at = now()
   where c.id = which and c.version = expected;
  if not found then return 0; end if;
  if new_confidentiality = 'named' then delete from case_reach r where r.case_id = which and r.level = 'glass'; end if;
  if new_owner <> file.owner_id then
    delete from case_reach r where r.case_id = which and r.via = 'owner';
    insert into case_reach (user_id, case_id, via, level) values (new_owner, which, 'owner', 'work');
  end if;
  return expected + 1;
end $$;

create or replace function my_drafts() returns table (id uuid, kind text, ref text, started_at timestamptz, saved_at timestamptz, version integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare asked asking := asking('draft:write');
begin
  return query select d.id, d.kind, c.ref, d.started_at, d.saved_at, d.version from draft d join case_file c on c.id = d.case_id
   where d.author_id = my_id() and touches(d.case_id, asked) order by d.saved_at desc, d.id limit 100;
end $$;

-- Makes a file of the asker's own draft and answers its ref; from then on it is reached as any file.
create or replace function open_draft(which uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare opened text;
begin
  update case_file c set workflow = 'active', confidentiality = 'assigned', opened_at = now(), changed_at = now()
    from draft d where d.id = which and d.author_id = my_id() and d.kind = 'opening' and c.id = d.case_id and c.workflow = 'draft'
     and c.team_id = my_team('case:open') and touches(c.id, asking('draft:write'))
  returning c.ref into opened;
  if not found then raise exception using errcode = 'VG404'; end if;
  delete from draft d where d.id = which;
  return opened;
end $$;

-- Takes drafts away; those that have opened no file go with the file they drew and its keys.
create or replace function drop_drafts(gone uuid[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare drawn uuid[] := array(select c.id from draft d join case_file c on c.id = d.case_id
                               where d.id = any(gone) and d.kind = 'opening' and c.workflow = 'draft');
begin
  perform from case_file c where c.id = any(drawn) for update;
  drawn := array(select c.id from case_file c where c.id = any(drawn) and c.workflow = 'draft');
  delete from draft d where d.id = any(gone);
  delete from vault_key k where k.case_id = any(drawn);
  delete from case_reach r where r.case_id = any(drawn);
  delete from case_file c where c.id = any(drawn);
  return cardinality(gone);
end $$;

create or replace function discard_draft(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from draft d where d.id = which and d.author_id = my_id() and touches(d.case_id, asking('draft:write'));
  if not found then raise exception using errcode = 'VG404'; end if;
  perform drop_drafts(array[which]);
end $$;

create or replace function lapse_drafts() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare files uuid[]; lapsed uuid[] := array(select d.id from draft d where d.saved_at < now() - interval '30 days');
begin
  -- Whoever opens or saves one meanwhile goes first: what is then no longer old stays and has no entry.
  perform from case_file c where c.id in (select d.case_id from draft d where d.id = any(lapsed)) for update;
  select array_agg(d.case_id), coalesce(array_agg(d.id), '{}') into files, lapsed
    from draft d where d.id = any(lapsed) and d.saved_at < now() - interval '30 days';
  perform clock_did('draft.discard', files, lapsed);
  return drop_drafts(lapsed);
end $$;

create or replace function give_grant(new_id uuid, which uuid, to_user uuid, new_level text, new_until timestamptz, sealed_reason bytea)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not touches(which, asking('grant:give')) then raise exception using errcode = 'VG404'; end if;
  if not may_hold_cases(to_user, null) or new_until > now() + interval '91 days' or new_until <= now() then
    raise exception using errcode = 'VG403';
  end if;
  update access_grant g set revoked_at = now(), version = g.version + 1
   where g.case_id = which and g.user_id = to_user and g.revoked_at is null;
  insert into access_grant (id, case_id, user_id, level, reason, given_by, given_at, until)
  values (new_id, which, to_user, new_level, sealed_reason, my_id(), now(), new_until);
  insert into case_reach (user_id, case_id, via, level, until) values (to_user, which, 'grant', new_level, new_until)
  on conflict (user_id, case_id, via) do update set level = excluded.level, until = excluded.until;
end $$;

create or replace function revoke_grant(which uuid, expected integer) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare ended access_grant;
begin
  update access_grant g set revoked_at = now(), version = g.version + 1
   where g.id = which and g.version = expected and g.revoked_at is null and touches(g.case_id, asking('grant:give'))
  returning * into ended;
  if not found then return false; end if;
  delete from case_reach r where r.user_id = ended.user_id and r.case_id = ended.case_id and r.via = 'grant';
  return true;
end $$;

-- Colleagues who may see this file, for whoever sees it: by their own reach, or by what their role opens to the file's team.
-- Who opened it in an emergency is not among them: nothing is asked of a guest of four hours.
create or replace function may_see(which uuid) returns table (id uuid, name bytea)
language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare file case_file;
begin
  if not touches(which, asking('case:read')) then return; end if;
  select * into file from case_file c where c.id = which;
  return query select a.id, a.name from account a
   where a.state = 'active' and grant_reach(a.role, 'case:read') is not null
     and ((a.team_id = file.team_id and file.confidentiality = any(open_to(a.role)))
       or exists (select from case_reach r where r.user_id = a.id and r.case_id = which and r.level <> 'glass'
                     and (r.until is null or r.until > now())))
   limit 200;
end $$;

-- Colleagues who have read this file within the last minutes.
create or replace function open_with(which uuid) returns table (id uuid, name bytea)
language plpgsql stable security definer rows 5 set search_path = public, pg_temp as $$
declare others uuid[]; asker uuid := my_id();
begin
  -- From whoever is about to what each of them read: a file that somebody reads all day has more entries than the house has people.
  others := array(select a.id from account a
                   where a.here_at > now() - interval '12 minutes' and a.id <> asker
                     and exists (select from audit_entry e
                                  where e.actor_id = a.id and e.at > now() - interval '10 minutes' and e.case_id = which
                                    and e.deed = 'case.read' and e.outcome = 'done'));
  if cardinality(others) = 0 or not touches(which, asking('case:read')) then return; end if;
  return query select a.id, a.name from account a
   where a.id = any(others)
     and (a.id in (select m.id from may_see(which) m)
       or exists (select from case_reach r where r.user_id = a.id and r.case_id = which and r.level = 'glass' and r.until > now()));
end $$;

-- Of the likeliest pairs that nobody decided: how many are of two files that both are read, and whether there may be more.
-- Only so many are looked at, for a house keeps the pairs of all its teams.
create or replace function open_pairs(most integer, looked integer) returns table (n integer, more boolean)
language plpgsql stable security definer rows 1 set search_path = public, pg_temp as $$
declare who asking := asking('case:read'); pair record; seen integer := 0;
begin
  n := 0;
  for pair in select p.case_a, p.case_b from match_pair p where p.state = 'open' order by p.total desc, p.id limit looked loop
    seen := seen + 1;
    if touches(pair.case_a, who) and touches(pair.case_b, who) then n := n + 1; end if;
    exit when n = most;
  end loop;
  more := n = most or seen = looked;
  return next;
end $$;

-- Whoever may change a channel may change the phrase by which both ends know each other there, without being shown the one before.
create or replace function set_code_phrase(which uuid, phrase bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from contact_channel c where c.id = which and touches(c.case_id, asking('case:edit'))) then
    raise exception using errcode = 'VG404';
  end if;
  update contact_value set code_phrase = phrase, version = version + 1 where channel_id = which;
end $$;

-- Whether a file is flagged follows from its flags alone.
create or replace function set_flagged(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not touches(which, asking('flag:raise')) then raise exception using errcode = 'VG404'; end if;
  update case_file c set is_flagged = f.stands, changed_at = now()
    from (select exists (select from flag g where g.case_id = which and g.lowered_at is null) as stands) f
   where c.id = which and c.is_flagged <> f.stands;
end $$;

-- The owner, what is open for the old one and what only the old one knew go over in one step; 0 where the version is stale.
create or replace function hand_over(new_id uuid, which uuid, new_owner uuid, expected integer, sealed_briefing bytea)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare file case_file;
begin
  if not touches(which, asking('case:hand-over')) then raise exception using errcode = 'VG404'; end if;
  select * into file from case_file c where c.id = which for update;
  if (my_team('case:hand-over') is null and file.owner_id <> my_id()) or new_owner = file.owner_id
     or not may_hold_cases(new_owner, file.team_id) then raise exception using errcode = 'VG403'; end if;
  update case_file c set owner_id = new_owner, version = c.version + 1, changed_at = now() where c.id = which and c.version = expected;
  if not found then return 0; end if;
  insert into handover (id, case_id, from_user, to_user, briefing, recorded_by, recorded_at)
  values (new_id, which, file.owner_id, new_owner, sealed_briefing, my_id(), now());
  delete from case_reach r where r.case_id = which and (r.via = 'owner' or r.user_id = file.owner_id);
  insert into case_reach (user_id, case_id, via, level) values (new_owner, which, 'owner', 'work');
  update access_grant g set revoked_at = now(), version = g.version + 1
   where g.case_id = which and g.user_id = file.owner_id and g.revoked_at is null;
  update task t set owner_id = new_owner, version = t.version + 1
   where t.case_id = which and t.state = 'open' and t.owner_id = file.owner_id;
  perform introduce(which, file.owner_id, new_owner);
  return expected + 1;
end $$;

-- Who answers a channel that one worker alone used knows that worker's voice alone. A channel that was given up is not tried.
create or replace function introduce(which uuid, old_owner uuid, new_owner uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare team uuid := (select c.team_id from case_file c where c.id = which);
begin
  insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
  select gen_random_uuid(), which, team, k.kind, now() + k.within, new_owner, n.id, now()
    from contact_channel n cross join (values ('introduce', interval '3 days'), ('test-channel', interval '7 days')) k(kind, within)
   where n.case_id = which and n.known_to = old_owner and n.state not in ('lost', 'compromised', 'do_not_use')
  on conflict do nothing;
  if found then return; end if;
  insert into task (id, case_id, team_id, kind, due_at, owner_id, about_id, recorded_at)
  values (gen_random_uuid(), which, team, 'introduce', now() + interval '3 days', new_owner, which, now())
  on conflict do nothing;
end $$;

create or replace function revoke_referral(which uuid, expected integer) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update referral r set state = 'revoked', decided_by = my_id(), decided_at = now(), version = r.version + 1
   where r.id = which and r.version = expected and r.state = 'waiting' and touches(r.case_id, asking('case:refer'));
  return found;
end $$;

-- A team answers what was referred to it. With a yes the file, its open tasks and nobody's old reach go over to one of its own.
create or replace function decide_referral(which uuid, accepted boolean, new_owner uuid, sealed_answer bytea) returns table (file_id uuid, file_ref text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare asked referral; file case_file;
begin
  select * into asked from referral r where r.id = which and r.to_team = my_team('referral:decide');
  if not found then raise exception using errcode = 'VG404'; end if;
  select * into file from case_file c where c.id = asked.case_id and c.team_id = asked.from_team for update;
  if not found then raise exception using errcode = 'VG404'; end if;
  perform from referral r where r.id = which and r.state = 'waiting' for update;
  if not found then raise exception using errcode = 'VG404'; end if;
  update referral r set state = case when accepted is true then 'accepted' else 'declined' end, answer = sealed_answer,
         decided_by = my_id(), decided_at = now(), version = r.version + 1 where r.id = which;
  insert into notice (id, team_id, kind, about_id, at)
  values (gen_random_uuid(), asked.from_team, case when accepted then 'referral-accepted' else 'referral-declined' end, which, now());
  if accepted is not true then return; end if;
  if not may_hold_cases(new_owner, asked.to_team) then raise exception using errcode = 'VG403'; end if;
  update referral r set state = 'revoked', decided_by = my_id(), decided_at = now(), version = r.version + 1
   where r.case_id = file.id and r.state = 'waiting';
  update case_file c set team_id = asked.to_team, owner_id = new_owner, version = c.version + 1, changed_at = now() where c.id = file.id;
  update access_grant g set revoked_at = now(), version = g.version + 1 where g.case_id = file.id and g.revoked_at is null;
  delete from case_reach r where r.case_id = file.id;
  insert into case_reach (user_id, case_id, via, level) values (new_owner, file.id, 'owner', 'work');
  update task t set team_id = asked.to_team, owner_id = case when t.owner_id is null then null else new_owner end, version = t.version + 1
   where t.case_id = file.id and t.state = 'open';
  perform introduce(file.id, file.owner_id, new_owner);
  return query select file.id, file.ref;
end $$;

-- What others did on the asker's own files since the session before this one was last used; `looking` names deeds that change nothing.
create or replace function changes_since_here(looking text[])
returns table (case_id uuid, deed text, actor_id uuid, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who actor := me(); since timestamptz;
begin
  select s.here_before into since from session s where s.id = who.session_id;
  if since is null then return; end if;
  return query
    select e.case_id, e.deed, e.actor_id, e.at from my_cases('audit:read') as mine (case_id) cross join lateral (
      select a.case_id, a.deed, a.actor_id, a.at from audit_entry a
       where a.case_id = mine.case_id and a.at > since and a.outcome = 'done'
         and a.actor_id is distinct from who.id and a.deed <> all(looking)
         -- What the clock opened stands among what is due.
         and a.deed <> 'task.raise'
       order by a.at desc, a.id limit 20) e
     order by e.at desc limit 200;
end $$;

-- The strictest of a file and those it is linked to while a link stands, nothing where none does. Nobody's reach hangs on it.
create or replace function hold_by_link(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare strictest text := null; other record; own text := (select c.confidentiality from case_file c where c.id = which);
begin
  for other in select c.confidentiality as word from same_as s join case_file c on c.id = case when s.case_a = which then s.case_b else s.case_a end
                where s.decision = 'same' and s.state = 'standing' and which in (s.case_a, s.case_b) loop
    strictest := stricter(coalesce(strictest, own), other.word);
  end loop;
  update case_file c set confidentiality_by_link = strictest where c.id = which and c.confidentiality_by_link is distinct from strictest;
end $$;

-- A pair stands as its live decision says, and what its files hold by a link follows.
create or replace function follow_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare live same_as;
begin
  select * into live from same_as s where s.pair_id = new.pair_id and s.state in ('waiting', 'standing');
  update match_pair p set version = p.version + 1,
         state = case when live.id is null then 'open' when live.state = 'waiting' then 'waiting' else live.decision end
   where p.id = new.pair_id;
  perform hold_by_link(new.case_a);
  perform hold_by_link(new.case_b);
  return null;
end $$;

-- A file made stricter or freer while a link stands: both sides hold the stricter of the two again.
create or replace function follow_confidentiality() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform hold_by_link(f.id) from (
    select s.case_a as id from same_as s where s.state = 'standing' and s.decision = 'same' and new.id in (s.case_a, s.case_b)
    union select s.case_b from same_as s where s.state = 'standing' and s.decision = 'same' and new.id in (s.case_a, s.case_b)) f;
  return null;
end $$;

-- What people are compared by has changed in these files: the matcher looks at them again.
create or replace function await_matching() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into match_due (id, case_id) select gen_random_uuid(), n.case_id from (select distinct case_id from changed) n
   where not exists (select from match_due d where d.case_id = n.case_id);
  return null;
end $$;

-- Pairs of which the asker may read one file alone: that there is one, where, and whether anybody asked for a grant. Of the
-- other file nothing but its team; of a `named` one not even that.
create or replace function may_match() returns table (pair_id uuid, own_id uuid, own_ref text, other_team uuid, found_at timestamptz, asked_at timestamptz,
  asked_by uuid, asked_by_name bytea, asked_by_email bytea, asked_us_at timestamptz)
language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare who actor := me(); asks asking := asking('match:ask'); reads asking := asking('case:read');
begin
  if asks.user_id is null then return; end if;
  return query
    select p.id, own.id, own.ref, other.team_id, p.found_at,
           (select min(k.asked_at) from match_ask k where k.pair_id = p.id and k.case_id = other.id),
           a.id, a.name, a.email, u.asked_at
      from match_pair p
      cross join lateral (values (p.case_a, p.case_b), (p.case_b, p.case_a)) as s (own_case, other_case)
      join case_file own on own.id = s.own_case and own.team_id = who.team_id
      join case_file other on other.id = s.other_case
      left join lateral (select k.asked_by, k.asked_at from match_ask k where k.pair_id = p.id and k.case_id = own.id order by k.asked_at desc limit 1) u on true
      left join account a on a.id = u.asked_by
     where p.state in ('open', 'unsure') and stricter(other.confidentiality, other.confidentiality_by_link) <> 'named' and other.workflow <> 'erased'
       and touches(own.id, asks) and not touches(other.id, reads)
     order by u.asked_at desc nulls last, p.total desc, p.id limit 50;
end $$;

-- Asks the coordinators of the other team to let the asker read their file of a pair: the file that was asked for, or nothing.
create or replace function ask_for_match(new_id uuid, which uuid) returns table (own_case uuid, own_team uuid, other_case uuid, other_team uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_pair record;
begin
  select m.own_id, p.case_a, p.case_b into found_pair from may_match() m join match_pair p on p.id = m.pair_id where m.pair_id = which limit 1;
  if not found then raise exception using errcode = 'VG404'; end if;
  return query
    with asked as (
      insert into match_ask (id, pair_id, case_id, asked_by, asked_at)
      values (new_id, which, case when found_pair.own_id = found_pair.case_a then found_pair.case_b else found_pair.case_a end, my_id(), now())
      on conflict do nothing returning case_id
    ), told as (
      insert into notice (id, team_id, kind, about_id, at)
      select gen_random_uuid(), c.team_id, 'match-asked', which, now() from asked k join case_file c on c.id = k.case_id
    )
    select o.id, o.team_id, c.id, c.team_id from asked k join case_file c on c.id = k.case_id join case_file o on o.id = found_pair.own_id;
end $$;

create or replace function log_lag() returns table (waiting bigint, oldest timestamptz, leaves bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if my_reach('health:read') is null and my_reach('audit:read') is distinct from 'all' then return; end if;
  return query select count(p.entry_id), min(e.at), (select coalesce(max(r.size), 0) from audit_root r)
    from audit_pending p join audit_entry e on e.id = p.entry_id;
end $$;

create or replace function job_state() returns table (waiting bigint, failed bigint, last_finished timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if my_reach('health:read') is null then return; end if;
  return query
    select count(*) filter (where j.state < 'active'), count(*) filter (where j.state = 'failed'),
           greatest(max(j.completed_on) filter (where j.state = 'completed'),
                    (select max(a.completed_on) from pgboss.archive a where a.state = 'completed' and a.name !~ '^__'))
      from pgboss.job j where j.name !~ '^__';
end $$;

create or replace function owner_reaches() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_reach (user_id, case_id, via, level) select o.owner_id, o.id, 'owner', 'work' from opened o;
  return null;
end $$;

-- Who leaves a team takes no file along and leaves no view there that they could still write in: own reach ends, and the files wait for their coordinator to assign them.
create or replace function leave_files() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from case_reach r where r.user_id = new.id;
  update saved_view v set is_shared = false, version = v.version + 1 where v.owner_id = new.id and v.is_shared;
  return null;
end $$;

-- Counts the open files of a team as they change: rows of +1 and -1, so that no two deeds wait for the same row; those of many opened at once are added up.
create or replace function count_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_count (team_id, confidentiality, facet, value, n)
  select f.team_id, f.confidentiality, v.facet, v.value, sum(f.n)
    from (values (-1, old.team_id, old.confidentiality, old.workflow, old.situation, old.risk, old.owner_id, old.silent_since, old.review_due),
                 (1, new.team_id, new.confidentiality, new.workflow, new.situation, new.risk, new.owner_id, new.silent_since, new.review_due))
           as f (n, team_id, confidentiality, workflow, situation, risk, owner_id, silent_since, review_due),
         lateral (values ('situation', f.situation), ('risk', f.risk), ('owner', f.owner_id::text), ('silence', f.silent_since::text),
                         ('review', to_char(f.review_due at time zone 'UTC', 'YYYY-MM-DD'))) as v (facet, value)
   where f.workflow in ('intake', 'active', 'monitoring') and f.confidentiality <> 'named' and v.value is not null
   group by 1, 2, 3, 4 having sum(f.n) <> 0;
  return null;
end $$;

create or replace function count_opened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_count (team_id, confidentiality, facet, value, n)
  select f.team_id, f.confidentiality, v.facet, v.value, count(*)
    from opened f, lateral (values ('situation', f.situation), ('risk', f.risk), ('owner', f.owner_id::text), ('silence', f.silent_since::text),
                                   ('review', to_char(f.review_due at time zone 'UTC', 'YYYY-MM-DD'))) as v (facet, value)
   where f.workflow in ('intake', 'active', 'monitoring') and f.confidentiality <> 'named' and v.value is not null
   group by 1, 2, 3, 4;
  return null;
end $$;

-- One row for each count again. Days long before any limit that a list asks for are one day: whoever sums below a limit gets the same.
create or replace function fold_counts() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare long_ago text := to_char(now() at time zone 'UTC' - interval '120 days', 'YYYY-MM-DD');
begin
  with coarse as (
    select c.id, c.n, row(c.team_id, c.confidentiality, c.facet,
             case when c.facet in ('silence', 'review') and c.value < long_ago then '0001-01-01' else c.value end) as counted
      from case_count c
  ), piled as (
    select counted from coarse group by counted having count(*) > 1 or sum(n) = 0
  ), gone as (
    delete from case_count c using coarse o where o.id = c.id and o.counted in (select p.counted from piled p)
    returning c.team_id, c.confidentiality, c.facet, c.value, c.n
  )
  insert into case_count (team_id, confidentiality, facet, value, n)
  select g.team_id, g.confidentiality, g.facet,
         case when g.facet in ('silence', 'review') and g.value < long_ago then '0001-01-01' else g.value end as day, sum(g.n)
    from gone g group by g.team_id, g.confidentiality, g.facet, day having sum(g.n) <> 0;
end $$;

create or replace function await_leaf() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_pending (entry_id) select n.id from new_entries n;
  return null;
end $$;

create or replace function refuse_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  raise exception using errcode = 'VG423', message = 'this table only grows';
end $$;
