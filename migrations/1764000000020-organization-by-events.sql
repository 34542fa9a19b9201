-- People and tools that leave, services that are retired, settings, and the log of what admins did.

alter table bridgelog.organizations add column restrict_new_incidents boolean; -- null: false
alter table bridgelog.members add column removed_at timestamptz;
alter table bridgelog.identities add column unbound_at timestamptz;
alter table bridgelog.integrations add column removed_at timestamptz;
alter table bridgelog.services add column retired_at timestamptz;
call bridgelog.make_inline('organizations');
call bridgelog.make_inline('members');
call bridgelog.make_inline('identities');
call bridgelog.make_inline('integrations');
call bridgelog.make_inline('services');
create index admins on bridgelog.members (organization, id)
  where role = 'ADMIN' and removed_at is null;

update bridgelog.streams
  set state = (jsonb '{"restrictNewIncidents": false}' || state::jsonb)::text
  where type = 'organization' and state::jsonb ->> 'created' = 'true';

-- What the bearer of a token may do: as much as both may, the token and its member. The token of
-- an integration has no member. What is no role of people counts as the least.
create function bridgelog.role_of_bearer(token_role text, member_role text) returns text
  language sql immutable parallel safe
  return case when member_role is null then token_role
    else (array['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'])[least(
      coalesce(array_position(array['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'], token_role), 1),
      coalesce(array_position(array['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'], member_role), 1))] end;
grant execute on function bridgelog.role_of_bearer to bridgelog_app;

-- Door: who a token speaks for, before any organization is known. No row: nobody. The token of a
-- member does what both may do, the token and the member, and ends with the membership.
create or replace function bridgelog.authenticate(token_hash text)
  returns table (organization uuid, token text, role text, scopes text[], member text,
    integration text, expires_at text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.organization, t.id, bridgelog.role_of_bearer(t.role, m.role), t.scopes, t.member,
      t.integration, bridgelog.instant(t.expires_at)
    from bridgelog.tokens t
    left join bridgelog.members m on m.organization = t.organization and m.id = t.member
    left join bridgelog.integrations i on i.organization = t.organization and i.id = t.integration
    where t.hash = token_hash and t.revoked_at is null
      and (t.expires_at is null or t.expires_at > bridgelog.bridgelog_now())
      and m.removed_at is null and i.removed_at is null
$$;

-- What admins did, newest first: in the order of recordedAt, which is that of position. Only the
-- events of these streams are in it, so it does not grow with incidents.
create index events_of_admins on bridgelog.events (organization, recorded_at, position)
  where stream_type in ('organization', 'playbook');
