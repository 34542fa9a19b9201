-- What guardrails have met, and what people were reminded of.

create table bridgelog.guardrail_trips (
  organization uuid not null,
  id text collate "C" not null, -- of the event
  incident text collate "C" not null,
  nth integer not null, -- the version of the incident
  guardrail text collate "C" not null,
  subject text,
  kind text collate "C" not null check (kind in ('NOTED', 'BLOCKED', 'OVERRIDDEN')),
  reason text,
  actor text collate "C" not null,
  at timestamptz not null,
  primary key (organization, id)
);
create index guardrail_trips_by_incident on bridgelog.guardrail_trips (organization, incident, nth);
call bridgelog.make_inline('guardrail_trips');
call bridgelog.isolate('bridgelog.guardrail_trips');
call bridgelog.hide_with_incident('bridgelog.guardrail_trips');
grant select on bridgelog.guardrail_trips to bridgelog_app;

-- Heads of incidents that were declared before: they run the playbook of their declaration.
update bridgelog.streams s
  set state = (jsonb_build_object('playbook', declared.payload::jsonb ->> 'playbook', 'nudges',
      jsonb '{}') || s.state::jsonb)::text
  from bridgelog.events declared
  where s.type = 'incident' and declared.organization = s.organization
    and declared.stream = s.id and declared.version = 1;
