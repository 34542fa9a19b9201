-- Terms of command, roles and participants; incidents that are acknowledged, closed and labelled.

create table bridgelog.command_terms (
  organization uuid not null,
  id text collate "C" not null, -- the incident, a space, and the term
  incident text collate "C" not null,
  term integer not null,
  commander text collate "C" not null,
  since timestamptz not null,
  until timestamptz,
  began text collate "C" not null check (began in ('TAKEN', 'HANDED_OVER')),
  former text collate "C", -- who handed it over
  ended text collate "C" check (ended in ('HANDED_OVER', 'RELINQUISHED')),
  primary key (organization, id)
);
create index command_terms_by_incident on bridgelog.command_terms (organization, incident, term);

create table bridgelog.roles (
  organization uuid not null,
  id text collate "C" not null, -- the event that assigned it
  incident text collate "C" not null,
  nth integer not null, -- the version of the incident at which it was assigned
  role text collate "C" not null check (role in
    ('COMMUNICATIONS_LEAD', 'SCRIBE', 'OPERATIONS_LEAD', 'SUBJECT_EXPERT', 'CUSTOM')),
  subject text,
  member text collate "C" not null,
  assigned_at timestamptz not null,
  assigned_by text collate "C" not null,
  released_at timestamptz,
  released_by text collate "C",
  reassigned_to text collate "C",
  primary key (organization, id)
);
create index roles_by_incident on bridgelog.roles (organization, incident, nth);
create index roles_held on bridgelog.roles (organization, incident) where released_at is null;

create table bridgelog.participants (
  organization uuid not null,
  id text collate "C" not null, -- the incident, a space, and the member
  incident text collate "C" not null,
  member text collate "C" not null,
  participation text collate "C" not null check (participation in ('RESPONDER', 'OBSERVER')),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (organization, id)
);
create index participants_by_incident on bridgelog.participants (organization, incident, member);

call bridgelog.make_inline('command_terms');
call bridgelog.make_inline('roles');
call bridgelog.make_inline('participants');
call bridgelog.isolate('bridgelog.command_terms');
call bridgelog.isolate('bridgelog.roles');
call bridgelog.isolate('bridgelog.participants');
call bridgelog.hide_with_incident('bridgelog.command_terms');
call bridgelog.hide_with_incident('bridgelog.roles');
call bridgelog.hide_with_incident('bridgelog.participants');
grant select on bridgelog.command_terms, bridgelog.roles, bridgelog.participants to bridgelog_app;

alter table bridgelog.incidents
  add column acknowledged_at timestamptz,
  add column closed_at timestamptz,
  add column labels text[] not null default '{}',
  drop constraint incidents_phase_check,
  add constraint incidents_phase_check
    check (phase in ('INVESTIGATING', 'CONTAINED', 'RESOLVED', 'CLOSED'));
call bridgelog.make_inline('incidents');

-- So far command could only be taken, and only once.
insert into bridgelog.command_terms (organization, id, incident, term, commander, since, began)
  select organization, id || ' ' || (state::jsonb ->> 'term'), id, (state::jsonb ->> 'term')::int,
      state::jsonb #>> '{commander,member}', (state::jsonb #>> '{commander,since}')::timestamptz,
      'TAKEN'
    from bridgelog.streams
    where type = 'incident' and jsonb_typeof(state::jsonb -> 'commander') = 'object';

update bridgelog.streams
  set state = (state::jsonb || jsonb_build_object(
    'vacantSince', null, 'offer', null, 'heldRoles', 0, 'acknowledgedAt', null, 'closedAt', null,
    'labels', '[]'::jsonb, 'resolvedFrom', case
      when state::jsonb ->> 'phase' <> 'RESOLVED' then null
      when state::jsonb ->> 'containedAt' is null then 'INVESTIGATING'
      else 'CONTAINED' end))::text
  where type = 'incident';
