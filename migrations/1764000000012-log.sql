-- Every event writes a row now. The writers of inline tables called jsonb_populate_record once for
-- each column, and were planned anew with every call: here once for each row, and once a session.
create or replace procedure bridgelog.make_inline(table_name text)
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  columns text;
begin
  select string_agg(format('%I = excluded.%1$I', attname), ', ') into columns
    from pg_attribute
    where attrelid = ('bridgelog.' || table_name)::regclass and attnum > 0 and not attisdropped
      and attname not in ('organization', 'id');
  execute format($f$
    create or replace function bridgelog.%1$I(organizations uuid[], ids text[], columns text[])
      returns void language plpgsql set search_path = pg_catalog, pg_temp as $w$
      begin
        insert into bridgelog.%2$I
          select written.*
            from unnest(organizations, ids, columns) with ordinality r(organization, id, columns, n)
            left join bridgelog.%2$I t on t.organization = r.organization and t.id = r.id
            cross join lateral jsonb_populate_record(t, r.columns::jsonb
              || jsonb_build_object('organization', r.organization, 'id', r.id)) written
            order by r.n
          on conflict (organization, id) do update set %3$s;
      end
      $w$ $f$, 'write_' || table_name, table_name, columns);
end
$$;
do $$
declare
  writer text;
begin
  for writer in select proname from pg_proc
    where pronamespace = 'bridgelog'::regnamespace and starts_with(proname, 'write_')
  loop
    call bridgelog.make_inline(substr(writer, length('write_') + 1));
  end loop;
end
$$;

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
-- Not by organization first: append, which looks a row up by its key, must not prefer them.
create index entries_by_time on bridgelog.entries (incident, organization, occurred_at, version);
create index entries_by_correction on bridgelog.entries (corrects) where corrects is not null;

call bridgelog.make_inline('entries');
call bridgelog.isolate('bridgelog.entries');
call bridgelog.hide_with_incident('bridgelog.entries');
grant select on bridgelog.entries to bridgelog_app;

insert into bridgelog.entries (organization, id, incident, version, type, occurred_at, words,
    fixed_words, pinned)
  select e.organization, e.id, e.stream, e.version, e.type, e.occurred_at,
      lower(regexp_replace(
        normalize(concat_ws(' ', p.data ->> 'reference', p.data ->> 'title', p.data ->> 'severity', p.data ->> 'mode',
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
