-- Grants of sight with their origin; guests; references to things outside; help.

alter table bridgelog.sight
  add column for_help boolean, -- granted by an engagement alone, and revoked with its release
  add column granted_at timestamptz,
  add column granted_by text collate "C";
call bridgelog.make_inline('sight');

-- Guests are outside parties: they see only what they were given sight of.
alter table bridgelog.members drop constraint members_role_check, add constraint members_role_check
  check (role in ('GUEST', 'VIEWER', 'RESPONDER', 'INTEGRATION', 'ADMIN'));
alter table bridgelog.tokens drop constraint tokens_role_check, add constraint tokens_role_check
  check (role in ('GUEST', 'VIEWER', 'RESPONDER', 'INTEGRATION', 'ADMIN'));

create table bridgelog.external_references (
  organization uuid not null,
  id text collate "C" not null, -- the incident, the system and the external id, as a JSON array
  incident text collate "C" not null,
  kind text collate "C" not null
    check (kind in ('CHAT_CHANNEL', 'TICKET', 'CALL', 'DOCUMENT', 'OTHER')),
  system text collate "C" not null,
  external_id text collate "C" not null,
  url text,
  caption text,
  bound_by text collate "C" not null,
  bound_at timestamptz not null,
  bound boolean not null,
  primary key (organization, id)
);
create index external_references_by_incident
  on bridgelog.external_references (organization, incident) where bound;
create index external_references_by_external_id
  on bridgelog.external_references (organization, system, external_id) where bound;

create table bridgelog.help (
  organization uuid not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  nth integer not null, -- the version of the incident at which it was requested
  state text collate "C" not null check (state in ('REQUESTED', 'ENGAGED', 'RELEASED')),
  need text not null,
  skill text,
  requested_by text collate "C" not null,
  requested_at timestamptz not null,
  helper text collate "C", -- a member; else party and contact name somebody outside
  party text,
  contact text,
  engaged_at timestamptz,
  released_at timestamptz,
  remark text,
  primary key (organization, id)
);
create index help_by_incident on bridgelog.help (organization, incident, nth);

call bridgelog.make_inline('external_references');
call bridgelog.make_inline('help');
call bridgelog.isolate('bridgelog.external_references');
call bridgelog.isolate('bridgelog.help');
call bridgelog.hide_with_incident('bridgelog.external_references');
call bridgelog.hide_with_incident('bridgelog.help');
grant select on bridgelog.external_references, bridgelog.help to bridgelog_app;

-- The head of an incident counts its references.
update bridgelog.streams
  set state = (state::jsonb || '{"references": 0}')::text
  where type = 'incident';
