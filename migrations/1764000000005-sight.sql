-- Who may see which incident. Reads say by two settings on whose behalf they are made:
-- bridgelog.sight: ALL (admins, and Bridgelog itself), OPEN (what is not restricted, and what the
-- viewer was given sight of) or GRANTED (only what the viewer was given sight of);
-- bridgelog.viewer: the member or integration. Without them, nothing restricted is seen.
-- `offset 0` has each row looked up by its key: PostgreSQL would read all incidents of all
-- organizations into a hash table for the page of a list otherwise.

alter table bridgelog.incidents add column restricted boolean not null default false;

-- A row for everyone who sees a restricted incident: its participants, and who was granted sight.
-- Whoever writes one of the two does not know the other: null is as good as false.
create table bridgelog.sight (
  organization uuid not null,
  id text collate "C" not null, -- the incident, a space, and the viewer
  incident text collate "C" not null,
  viewer text collate "C" not null,
  participates boolean,
  granted boolean,
  primary key (organization, id)
);
create index sight_by_viewer on bridgelog.sight (organization, incident, viewer);
call bridgelog.make_inline('sight');
call bridgelog.isolate('bridgelog.sight');
grant select on bridgelog.sight to bridgelog_app;

create policy sight on bridgelog.incidents as restrictive for select to bridgelog_app using (
  (select coalesce(current_setting('bridgelog.sight', true), '') = 'ALL')
  or (not restricted
    and (select coalesce(current_setting('bridgelog.sight', true), '') <> 'GRANTED'))
  or exists (select from bridgelog.sight s
    where s.organization = incidents.organization and s.incident = incidents.id
      and s.viewer = (select current_setting('bridgelog.viewer', true))
      and (s.participates or s.granted) offset 0));

-- Hides the rows of a table, whose column `incident` names one, from those who do not see it.
create procedure bridgelog.hide_with_incident(table_name regclass)
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format(
    'create policy sight on %1$s as restrictive for select to bridgelog_app using (
       (select coalesce(current_setting(''bridgelog.sight'', true), '''') = ''ALL'')
       or exists (select from bridgelog.incidents i
         where i.organization = %1$s.organization and i.id = %1$s.incident offset 0))',
    table_name);
end
$$;
call bridgelog.hide_with_incident('bridgelog.actions');

create policy sight on bridgelog.streams as restrictive for select to bridgelog_app using (
  (select coalesce(current_setting('bridgelog.sight', true), '') = 'ALL')
  or case when type = 'incident'
    then exists (select from bridgelog.incidents i
      where i.organization = streams.organization and i.id = streams.id offset 0)
    else (select coalesce(current_setting('bridgelog.sight', true), '') <> 'GRANTED') end);
create policy sight on bridgelog.events as restrictive for select to bridgelog_app using (
  (select coalesce(current_setting('bridgelog.sight', true), '') = 'ALL')
  or case when stream_type = 'incident'
    then exists (select from bridgelog.incidents i
      where i.organization = events.organization and i.id = events.stream offset 0)
    else (select coalesce(current_setting('bridgelog.sight', true), '') <> 'GRANTED') end);

-- The head of an incident counts its open actions; what they are stands in their rows.
update bridgelog.streams
  set state = (state::jsonb || jsonb_build_object('restricted', false,
    'openActions', jsonb_array_length(state::jsonb -> 'openActions')))::text
  where type = 'incident' and jsonb_typeof(state::jsonb -> 'openActions') = 'array';
