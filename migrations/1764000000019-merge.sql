-- How incidents end that are none of their own, and what drills may be told apart by.

alter table bridgelog.incidents
  add column merged_into text collate "C",
  drop constraint incidents_phase_check,
  add constraint incidents_phase_check check (phase in
    ('INVESTIGATING', 'CONTAINED', 'RESOLVED', 'CLOSED', 'DECLINED', 'MERGED')),
  add constraint incidents_merged check ((phase = 'MERGED') = (merged_into is not null));
create index incidents_by_survivor on bridgelog.incidents (organization, merged_into, number)
  where merged_into is not null;
call bridgelog.make_inline('incidents');

update bridgelog.streams
  set state = (jsonb '{"mergedInto": null}' || state::jsonb)::text
  where type = 'incident';

-- As before (see 1764000000010-actions.sql), but of incidents in these modes.
drop function bridgelog.similar_actions(uuid, text, integer);
do $$
declare
  trgm name;
begin
  select nspname into strict trgm
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname = 'pg_trgm';
  -- Its setting is known to a session once it was used.
  execute format('select %I.word_similarity('''', '''')', trgm);
  execute format($f$
    create function bridgelog.similar_actions(organization uuid, query text, "limit" integer,
        modes text[] default array['REAL', 'RETROSPECTIVE'])
      returns table (id text, score real)
      language sql stable security definer
      set search_path = pg_catalog, pg_temp
      set pg_trgm.word_similarity_threshold = 0.45
    as $w$
      select a.id, %1$I.word_similarity($2,
          bridgelog.action_words(a.target, a.kind, a.description, a.outcome_remark)) as score
        from bridgelog.actions a
        join bridgelog.incidents i on i.organization = a.organization and i.id = a.incident
        where a.organization = $1
          and $1 = current_setting('bridgelog.organization')::uuid
          and a.started_at is not null
          and i.mode = any ($4)
          and $2 operator(%1$I.<%%)
            bridgelog.action_words(a.target, a.kind, a.description, a.outcome_remark)
          and (coalesce(current_setting('bridgelog.sight', true), '') = 'ALL'
            or (not i.restricted
              and coalesce(current_setting('bridgelog.sight', true), '') <> 'GRANTED')
            or exists (select from bridgelog.sight s
              where s.organization = i.organization and s.incident = i.id
                and s.viewer = current_setting('bridgelog.viewer', true)
                and (s.participates or s.granted)))
        order by score desc, a.began_at desc, a.id desc
        limit $3
    $w$ $f$, trgm);
end
$$;
grant execute on function bridgelog.similar_actions to bridgelog_app;
