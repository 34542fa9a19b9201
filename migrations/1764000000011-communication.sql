-- Updates as they stand, published or retracted, and how parts of the product do by them.

create table bridgelog.updates (
  organization uuid not null,
  id text collate "C" not null, -- the event that published it
  incident text collate "C" not null,
  version integer not null, -- of that event: the order in which updates were published
  audience text collate "C" not null check (audience in ('INTERNAL', 'STATUS_PAGE', 'CUSTOMERS')),
  text text not null,
  status text collate "C" check (status in ('INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED')),
  components jsonb not null default '[]',
  published_at timestamptz not null,
  published_by text collate "C" not null,
  next_update_at timestamptz,
  retracted_at timestamptz,
  retracted_by text collate "C",
  retraction_reason text,
  primary key (organization, id)
);
create unique index updates_by_incident on bridgelog.updates (organization, incident, version);
call bridgelog.make_inline('updates');
call bridgelog.isolate('bridgelog.updates');
call bridgelog.hide_with_incident('bridgelog.updates');
grant select on bridgelog.updates to bridgelog_app;

-- Updates that were published before they had rows.
insert into bridgelog.updates
    (organization, id, incident, version, audience, text, published_at, published_by)
  select organization, id, stream, version, payload::jsonb ->> 'audience',
      payload::jsonb ->> 'text', occurred_at, actor
    from bridgelog.events where type = 'UpdatePublished';

-- Incidents that were declared before promises, and before containment could be lost.
update bridgelog.streams
  set state = (jsonb_build_object('promises', '{}'::jsonb,
    'firstContainedAt', state::jsonb -> 'containedAt', 'containedFor', 0, 'containmentsLost', 0)
    || state::jsonb)::text
  where type = 'incident' and state::jsonb ->> 'status' = 'declared';
