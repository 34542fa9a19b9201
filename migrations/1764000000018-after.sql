-- What comes after an incident: its review with findings, and what is to be done.

create table bridgelog.reviews (
  organization uuid not null,
  id text collate "C" not null, -- the incident
  incident text collate "C" not null,
  state text collate "C" not null check (state in ('STARTED', 'PUBLISHED')),
  lead text collate "C" not null,
  due_at timestamptz,
  started_by text collate "C" not null,
  started_at timestamptz not null,
  primary key (organization, id)
);

create table bridgelog.review_editions (
  organization uuid not null,
  id text collate "C" not null, -- the event that published it
  incident text collate "C" not null,
  edition integer not null,
  text text not null,
  url text,
  published_by text collate "C" not null,
  published_at timestamptz not null,
  primary key (organization, id)
);
create unique index review_editions_by_incident
  on bridgelog.review_editions (organization, incident, edition);

create table bridgelog.findings (
  organization uuid not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  nth integer not null, -- the version of the incident at which it was recorded
  kind text collate "C" not null check (kind in ('CONTRIBUTING_FACTOR', 'TRIGGER', 'DETECTION',
    'RESPONSE', 'WENT_WELL', 'WENT_POORLY', 'GOT_LUCKY', 'OTHER')),
  text text not null,
  evidence text[] not null,
  recorded_by text collate "C" not null,
  recorded_at timestamptz not null,
  revised_by text collate "C",
  revised_at timestamptz,
  withdrawn_by text collate "C",
  withdrawn_at timestamptz,
  withdrawal_reason text,
  primary key (organization, id)
);
create index findings_by_incident on bridgelog.findings (organization, incident, nth);

create table bridgelog.follow_ups (
  organization uuid not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  state text collate "C" not null check (state in ('OPEN', 'DONE', 'WONT_DO')),
  title text not null,
  description text,
  kind text collate "C" not null check (kind in ('PREVENT', 'DETECT', 'MITIGATE', 'REPAIR',
    'INVESTIGATE', 'PROCESS', 'DOCUMENT', 'OTHER')),
  owner text collate "C", -- a member; else a team, or nobody yet
  team text,
  due_at timestamptz not null, -- infinity: nobody said when
  ticket_system text collate "C",
  ticket_key text collate "C",
  ticket_url text,
  finding text collate "C",
  added_by text collate "C" not null,
  added_at timestamptz not null,
  remark text,
  url text,
  evidence text[],
  completed_by text collate "C",
  completed_at timestamptz,
  timed_by text collate "C" not null, -- the event that said when, or opened it again
  primary key (organization, id)
);
-- Lists are in this order. What the index holds is the column itself: under row-level security
-- no expression over it could be compared by the index.
create index follow_ups_by_time on bridgelog.follow_ups (organization, due_at, id);
create index follow_ups_open on bridgelog.follow_ups (organization, due_at, id)
  where state = 'OPEN';
create index follow_ups_by_incident
  on bridgelog.follow_ups (organization, incident, due_at, id);
create index follow_ups_by_owner on bridgelog.follow_ups (organization, owner, due_at, id);
create index follow_ups_by_ticket
  on bridgelog.follow_ups (organization, ticket_system, ticket_key);

do $$
declare
  t text;
begin
  foreach t in array array['reviews', 'review_editions', 'findings', 'follow_ups'] loop
    call bridgelog.make_inline(t);
    call bridgelog.isolate(('bridgelog.' || t)::regclass);
    call bridgelog.hide_with_incident(('bridgelog.' || t)::regclass);
  end loop;
end
$$;
grant select
  on bridgelog.reviews, bridgelog.review_editions, bridgelog.findings, bridgelog.follow_ups
  to bridgelog_app;

-- Heads of incidents that were declared before.
update bridgelog.streams
  set state = (jsonb '{"review": null, "findings": 0, "openFollowUps": 0}' || state::jsonb)::text
  where type = 'incident' and state::jsonb ->> 'status' = 'declared';
