-- The log of an incident: a row for every event, as it stands after the corrections of it.

create table bridgelog.entries (
  organization uuid not null,
  id text collate "C" not null, -- of the event
  incident text collate "C" not null,
  version integer not null,
  type text collate "C" not null,
  occurred_at timestamptz not null, -- as amended
  -- What search looks in, folded: what the entry says, and what an amended text leaves alone.
  words text not null,
  fixed_words text not null,
  corrects text collate "C", -- the entry that this one amends, strikes, pins or unpins
  amended_text text,
  amended_words text,
  amended_by text collate "C",
  struck_by text collate "C",
  pinned boolean not null,
  primary key (organization, id)
);
create index entries_by_time
  on bridgelog.entries (organization, incident, occurred_at, version);
create index entries_by_correction
  on bridgelog.entries (organization, corrects) where corrects is not null;

call bridgelog.make_inline('entries');
call bridgelog.isolate('bridgelog.entries');
call bridgelog.hide_with_incident('bridgelog.entries');
grant select on bridgelog.entries to bridgelog_app;

insert into bridgelog.entries (organization, id, incident, version, type, occurred_at, words,
    fixed_words, pinned)
  select e.organization, e.id, e.stream, e.version, e.type, e.occurred_at,
      lower(regexp_replace(
        normalize(concat_ws(' ', p.data ->> 'reference', p.data ->> 'title', p.data ->> 'severity',
          p.data ->> 'service', p.data ->> 'text', p.data ->> 'summary', p.data ->> 'features',
          p.data ->> 'target', p.data ->> 'kind', p.data ->> 'intent', p.data ->> 'outcome',
          p.data ->> 'remark'), nfkd),
        '[\u0300-\u036f]', '', 'g')),
      coalesce(lower(p.data ->> 'audience'), ''), false
    from bridgelog.events e
    cross join lateral (select e.payload::jsonb as data) p
    where e.stream_type = 'incident';

update bridgelog.streams
  set state = (state::jsonb || '{"pinnedEntries": 0}')::text
  where type = 'incident';
