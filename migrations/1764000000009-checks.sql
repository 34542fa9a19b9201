-- The checks and hypotheses of incidents: written by append beside their events.

create table bridgelog.checks (
  organization uuid not null,
  id text collate "C" not null, -- the incident, a space, and the key of the check
  incident text collate "C" not null,
  check_key text collate "C" not null,
  title text not null,
  look_at jsonb not null,
  status text collate "C" not null
    check (status in ('PENDING', 'STARTED', 'CLEAR', 'SUSPECT', 'CAUSE', 'SKIPPED')),
  started_by text collate "C",
  started_at timestamptz,
  ended_by text collate "C",
  ended_at timestamptz,
  summary text,
  reason text,
  evidence text[] not null,
  primary key (organization, id)
);
create index checks_by_incident on bridgelog.checks (organization, incident);

create table bridgelog.hypotheses (
  organization uuid not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  statement text not null,
  status text collate "C" not null
    check (status in ('OPEN', 'SUPPORTED', 'RULED_OUT', 'CONFIRMED')),
  raised_by text collate "C" not null,
  raised_at timestamptz not null,
  latest text collate "C" not null, -- the event in which something was said of it last
  primary key (organization, id)
);
create index hypotheses_by_incident on bridgelog.hypotheses (organization, incident);

-- A row for every event about a hypothesis, whose id it has.
create table bridgelog.hypothesis_steps (
  organization uuid not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  hypothesis text collate "C" not null,
  version integer not null,
  primary key (organization, id)
);
create index hypothesis_steps_by_hypothesis
  on bridgelog.hypothesis_steps (organization, hypothesis, version);

call bridgelog.make_inline('checks');
call bridgelog.make_inline('hypotheses');
call bridgelog.make_inline('hypothesis_steps');
call bridgelog.isolate('bridgelog.checks');
call bridgelog.isolate('bridgelog.hypotheses');
call bridgelog.isolate('bridgelog.hypothesis_steps');
call bridgelog.hide_with_incident('bridgelog.checks');
call bridgelog.hide_with_incident('bridgelog.hypotheses');
call bridgelog.hide_with_incident('bridgelog.hypothesis_steps');
grant select on bridgelog.checks, bridgelog.hypotheses, bridgelog.hypothesis_steps
  to bridgelog_app;

-- Incidents that were declared before have no checks.
update bridgelog.streams
  set state = (state::jsonb || '{"checks": [], "hypotheses": 0}')::text
  where type = 'incident' and state::jsonb ->> 'status' = 'declared';
