-- Roles are cluster-wide: a second database of the same cluster finds them standing.
do $$
declare role_name text;
begin
  foreach role_name in array array['vigil_app', 'vigil_sequencer', 'vigil_clock', 'vigil_notifier', 'vigil_matcher'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login noinherit nosuperuser nocreatedb nocreaterole', role_name);
    end if;
    execute format('grant connect on database %I to %I', current_database(), role_name);
    execute format('grant usage on schema public to %I', role_name);
  end loop;
  execute format('revoke connect, temporary on database %I from public', current_database());
  if not exists (select from pg_type where typname = 'actor' and typnamespace = 'public'::regnamespace) then
    create type actor as (id uuid, role text, team_id uuid, session_id uuid);
    create type asking as (user_id uuid, team_id uuid, reach text, reading boolean, opens text[], deciding boolean);
  end if;
  if not exists (select from pg_attribute where attrelid = 'asking'::regclass and attname = 'glass' and not attisdropped) then
    alter type asking add attribute glass boolean;
  end if;
  if not exists (select from pg_attribute where attrelid = 'asking'::regclass and attname = 'at_hand' and not attisdropped) then
    alter type asking add attribute at_hand uuid[];
  end if;
end $$;
revoke create on schema public from public;
