-- Changes, which of them are suspected in which incident, and the revisions of each scope.

create table bridgelog.changes (
  organization uuid not null,
  id text collate "C" not null,
  version integer not null,
  kind text collate "C" not null
    check (kind in ('DEPLOY', 'CONFIG', 'FLAG', 'INFRASTRUCTURE', 'MIGRATION')),
  title text not null,
  service text collate "C",
  release text,
  environment text collate "C",
  done_by text,
  links jsonb not null,
  happened_at timestamptz not null,
  finished_at timestamptz,
  status text collate "C" check (status in ('SUCCEEDED', 'FAILED', 'ROLLED_BACK')),
  origin_system text collate "C",
  origin_id text collate "C",
  recorded_by text collate "C" not null,
  primary key (organization, id)
);
create index changes_by_time on bridgelog.changes (organization, happened_at, id);
create index changes_by_service on bridgelog.changes (organization, service, happened_at, id);
create unique index changes_by_origin
  on bridgelog.changes (organization, origin_system, origin_id) where origin_id is not null;

create table bridgelog.incident_changes (
  organization uuid not null,
  id text collate "C" not null, -- the incident, a space, and the change
  incident text collate "C" not null,
  change text collate "C" not null,
  status text collate "C" not null
    check (status in ('SUSPECT', 'CLEARED', 'IMPLICATED', 'UNLINKED')),
  status_by text collate "C" not null,
  status_at timestamptz not null,
  linked_by text collate "C" not null,
  linked_at timestamptz not null,
  reason text,
  evidence text[] not null,
  primary key (organization, id)
);
create index incident_changes_by_incident on bridgelog.incident_changes (organization, incident);
create index incident_changes_by_change on bridgelog.incident_changes (organization, change);
create index incidents_by_impact_start on bridgelog.incidents (organization, impact_started_at);

-- What stood after each assessment of a scope and each correction of its start.
create table bridgelog.scope_revisions (
  organization uuid not null,
  id text collate "C" not null, -- the event
  incident text collate "C" not null,
  number integer not null,
  assessment text collate "C", -- the event of the assessment that stood
  impact_started_at timestamptz,
  impact_start_source text collate "C"
    check (impact_start_source in ('MONITORING', 'REPORT', 'ESTIMATE')),
  primary key (organization, id)
);
create unique index scope_revisions_by_number
  on bridgelog.scope_revisions (organization, incident, number);

call bridgelog.make_inline('changes');
call bridgelog.make_inline('incident_changes');
call bridgelog.make_inline('scope_revisions');
call bridgelog.isolate('bridgelog.changes');
call bridgelog.isolate('bridgelog.incident_changes');
call bridgelog.isolate('bridgelog.scope_revisions');
call bridgelog.hide_with_incident('bridgelog.incident_changes');
call bridgelog.hide_with_incident('bridgelog.scope_revisions');
-- Whoever sees only what they were given sight of, sees the changes linked to it.
create policy sight on bridgelog.changes as restrictive for select to bridgelog_app using (
  (select coalesce(current_setting('bridgelog.sight', true), '') <> 'GRANTED')
  or exists (select from bridgelog.incident_changes l
    where l.organization = changes.organization and l.change = changes.id offset 0));
grant select on bridgelog.changes, bridgelog.incident_changes, bridgelog.scope_revisions
  to bridgelog_app;

-- What incidents that were declared before have been told of their scope. One that is silent
-- about the start leaves it as the one before had it.
insert into bridgelog.scope_revisions
  select e.organization, e.id, e.stream,
      row_number() over (partition by e.organization, e.stream order by e.version), e.id,
      (start.payload ->> 'impactStartedAt')::timestamptz, start.payload ->> 'impactStartSource'
    from bridgelog.events e
    left join lateral (
      select s.payload::jsonb as payload from bridgelog.events s
        where s.organization = e.organization and s.stream = e.stream and s.version <= e.version
          and s.type = 'ScopeAssessed' and s.payload::jsonb ? 'impactStartedAt'
        order by s.version desc limit 1
    ) start on true
    where e.type = 'ScopeAssessed';

update bridgelog.streams s
  set state = (s.state::jsonb || jsonb_build_object(
    'scopeRevisions', coalesce(r.number, 0), 'impactStartSource', r.impact_start_source))::text
  from bridgelog.streams i
  left join lateral (
    select number, impact_start_source from bridgelog.scope_revisions v
      where v.organization = i.organization and v.incident = i.id order by number desc limit 1
  ) r on true
  where i.organization = s.organization and i.id = s.id and s.type = 'incident';
