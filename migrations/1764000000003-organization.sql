-- What requests look up about an organization: written by append beside its events.

create table bridgelog.organizations (
  organization uuid not null,
  id text collate "C" not null,
  name text not null,
  primary key (organization, id)
);

create table bridgelog.members (
  organization uuid not null,
  id text collate "C" not null,
  name text not null,
  email text,
  role text not null check (role in ('VIEWER', 'RESPONDER', 'INTEGRATION', 'ADMIN')),
  primary key (organization, id)
);

create table bridgelog.identities (
  organization uuid not null,
  id text collate "C" not null,
  member text collate "C" not null,
  system text collate "C" not null,
  external_id text collate "C" not null,
  primary key (organization, id)
);
create index identities_by_external_id on bridgelog.identities (organization, system, external_id);

create table bridgelog.integrations (
  organization uuid not null,
  id text collate "C" not null,
  name text not null,
  primary key (organization, id)
);

create table bridgelog.tokens (
  organization uuid not null,
  id text collate "C" not null,
  name text not null,
  role text not null check (role in ('VIEWER', 'RESPONDER', 'INTEGRATION', 'ADMIN')),
  scopes text[] not null,
  member text collate "C",
  integration text collate "C",
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  hash text collate "C" not null,
  primary key (organization, id)
);
create index tokens_by_hash on bridgelog.tokens (hash);

call bridgelog.make_inline('organizations');
call bridgelog.make_inline('members');
call bridgelog.make_inline('identities');
call bridgelog.make_inline('integrations');
call bridgelog.make_inline('tokens');

call bridgelog.isolate('bridgelog.organizations', for_worker => true);
call bridgelog.isolate('bridgelog.members');
call bridgelog.isolate('bridgelog.identities');
call bridgelog.isolate('bridgelog.integrations');
call bridgelog.isolate('bridgelog.tokens');

grant select on bridgelog.organizations, bridgelog.members, bridgelog.identities,
  bridgelog.integrations to bridgelog_app;
-- The hash of a token is read by the door below alone.
grant select (organization, id, name, role, scopes, member, integration, created_at, expires_at,
  revoked_at) on bridgelog.tokens to bridgelog_app;

-- Door: who a token speaks for, before any organization is known. No row: nobody.
create function bridgelog.authenticate(token_hash text)
  returns table (organization uuid, token text, role text, scopes text[], member text,
    integration text, expires_at text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.organization, t.id, t.role, t.scopes, t.member, t.integration,
      bridgelog.instant(t.expires_at)
    from bridgelog.tokens t
    where t.hash = token_hash and t.revoked_at is null
      and (t.expires_at is null or t.expires_at > bridgelog.bridgelog_now())
$$;
grant execute on function bridgelog.authenticate to bridgelog_app;
