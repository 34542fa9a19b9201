-- Reminders: one row for each clock and event that started it, once it was raised or put off.

create table bridgelog.nudges (
  organization uuid not null,
  id text collate "C" not null, -- incident, clock and cause
  incident text collate "C" not null,
  nudge text collate "C" not null,
  about text collate "C",
  caused_by text collate "C" not null,
  state text collate "C" not null check (state in ('RAISED', 'SNOOZED', 'CLEARED')),
  raised_at timestamptz,
  snoozed_until timestamptz,
  snoozed_by text collate "C",
  reason text,
  cleared_at timestamptz,
  cleared_by text collate "C",
  primary key (organization, id)
);
create index nudges_in_order on bridgelog.nudges (organization, caused_by, id);
create index nudges_by_incident on bridgelog.nudges (organization, incident, caused_by, id);
create index nudges_standing on bridgelog.nudges (organization, caused_by, id)
  where state <> 'CLEARED';
call bridgelog.make_inline('nudges');
call bridgelog.isolate('bridgelog.nudges');
call bridgelog.hide_with_incident('bridgelog.nudges');
grant select on bridgelog.nudges to bridgelog_app;

-- The event that gave an action its lease: the clock of the lease counts from it.
alter table bridgelog.actions add leased_by text collate "C";
update bridgelog.actions a
  set leased_by = (select e.id from bridgelog.events e
    where e.organization = a.organization and e.stream = a.incident
      and e.type in ('ActionStarted', 'ActionExtended') and e.payload::jsonb ->> 'action' = a.id
    order by e.version desc limit 1)
  where a.status = 'STARTED';
call bridgelog.make_inline('actions');

-- Heads of incidents that were declared before: their clocks begin with the latest that happened.
update bridgelog.streams s
  set state = (s.state::jsonb || jsonb_build_object('nudges', '{}'::jsonb, 'since', '{}'::jsonb,
    'opened', (select e.id from bridgelog.events e
      where e.organization = s.organization and e.stream = s.id and e.version = s.version),
    'helpEngaged', (select count(*) from bridgelog.help h
      where h.organization = s.organization and h.incident = s.id and h.state = 'ENGAGED')))::text
  where s.type = 'incident';

-- The clock service gives the clocks of those that are not over their times, once it runs.
insert into bridgelog.due (organization, stream, kind, subject, at, cause)
  select s.organization, s.id, 'start-clocks', '', bridgelog.bridgelog_now(),
      s.state::jsonb ->> 'opened'
    from bridgelog.streams s
    where s.type = 'incident' and s.state::jsonb ->> 'phase' in ('INVESTIGATING', 'CONTAINED')
      and s.state::jsonb ->> 'mode' <> 'RETROSPECTIVE';
delete from bridgelog.due where kind = 'nudge';
