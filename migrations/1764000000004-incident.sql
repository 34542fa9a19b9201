-- What lists and look-ups of incidents read: written by append beside their events.

create table bridgelog.incidents (
  organization uuid not null,
  id text collate "C" not null,
  number bigint not null,
  reference text collate "C" not null,
  title text not null,
  severity text collate "C" not null
    check (severity in ('SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5')),
  phase text collate "C" not null check (phase in ('INVESTIGATING', 'CONTAINED', 'RESOLVED')),
  mode text collate "C" not null check (mode in ('REAL', 'DRILL', 'RETROSPECTIVE')),
  service text,
  commander text collate "C",
  term integer not null,
  open_actions integer not null,
  impact_started_at timestamptz,
  declared_at timestamptz not null,
  contained_at timestamptz,
  resolved_at timestamptz,
  primary key (organization, id)
);
create unique index incidents_by_number on bridgelog.incidents (organization, number);
create index incidents_by_phase on bridgelog.incidents (organization, phase, number);

create table bridgelog.actions (
  organization uuid not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  target text collate "C" not null,
  kind text collate "C" not null,
  intent text collate "C" not null check (intent in ('CONTAIN', 'FIX', 'DIAGNOSE')),
  description text,
  started_by text collate "C" not null,
  started_at timestamptz not null,
  lease_until timestamptz not null,
  outcome text collate "C" check (outcome in ('WORKED', 'NO_EFFECT', 'MADE_WORSE', 'ABANDONED')),
  finished_at timestamptz,
  primary key (organization, id)
);
create index actions_by_incident on bridgelog.actions (organization, incident);

call bridgelog.make_inline('incidents');
call bridgelog.make_inline('actions');
call bridgelog.isolate('bridgelog.incidents');
call bridgelog.isolate('bridgelog.actions');
grant select on bridgelog.incidents, bridgelog.actions to bridgelog_app;
