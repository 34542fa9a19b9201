-- Actions from their proposal on, what they work on, and the search for what was tried before.

-- The login that migrates may make a trusted extension where bridgelog_owner may not. Its
-- functions stay out of the schema of Bridgelog, whose functions are the doors.
set local role none;
create extension if not exists pg_trgm with schema public;
set local role bridgelog_owner;

alter table bridgelog.actions
  add column status text collate "C" check (status in
    ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'STARTED', 'EXPIRED', 'FINISHED')),
  add column began_at timestamptz, -- proposed or, without a proposal, started: lists are in this order
  add column proposed_by text collate "C",
  add column proposed_at timestamptz,
  add column decided_by text collate "C",
  add column decided_at timestamptz,
  add column reason text,
  add column finished_by text collate "C",
  add column outcome_remark text,
  add column evidence text[],
  alter column started_by drop not null,
  alter column started_at drop not null,
  alter column lease_until drop not null;
update bridgelog.actions
  set status = case when finished_at is null then 'STARTED' else 'FINISHED' end,
    began_at = started_at;
update bridgelog.actions a
  set finished_by = e.actor, outcome_remark = e.payload::jsonb ->> 'remark',
    evidence = array(select jsonb_array_elements_text(e.payload::jsonb -> 'evidence'))
  from bridgelog.events e
  where e.organization = a.organization and e.stream = a.incident
    and e.type = 'ActionFinished' and e.payload::jsonb ->> 'action' = a.id;
alter table bridgelog.actions
  alter column status set not null,
  alter column began_at set not null;
call bridgelog.make_inline('actions');

drop index bridgelog.actions_by_incident;
create index actions_by_incident on bridgelog.actions (organization, incident, began_at, id);
create index actions_by_target on bridgelog.actions (organization, target, began_at, id);

update bridgelog.streams set state = (state::jsonb || '{"openProposals": 0}')::text
  where type = 'incident';

create table bridgelog.services (
  organization uuid not null,
  id text collate "C" not null, -- the name, such as checkout
  title text not null,
  team text,
  target text collate "C" not null,
  description text,
  primary key (organization, id)
);
create index services_by_target on bridgelog.services (organization, target);
call bridgelog.make_inline('services');
call bridgelog.isolate('bridgelog.services');

create table bridgelog.target_aliases (
  organization uuid not null,
  id text collate "C" not null, -- the alias
  target text collate "C", -- null: removed
  primary key (organization, id)
);
create index target_aliases_by_target on bridgelog.target_aliases (organization, target);
call bridgelog.make_inline('target_aliases');
call bridgelog.isolate('bridgelog.target_aliases');
grant select on bridgelog.services, bridgelog.target_aliases to bridgelog_app;

-- What an action is found by.
create function bridgelog.action_words(target text, kind text, description text, remark text)
  returns text language sql immutable parallel safe
  return target || ' ' || kind || ' ' || coalesce(description, '') || ' ' || coalesce(remark, '');

-- Door: the actions of the organization that were tried and whose words are like a text, most
-- alike first, of those that the reader sees: the rule of sight is that of the policies, and the
-- organization has to be the one that the reader named. A door, since under row-level security
-- no operator of pg_trgm may use an index: PostgreSQL cannot know that it tells no secrets.
do $$
declare
  trgm name;
begin
  select nspname into strict trgm
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname = 'pg_trgm';
  execute format(
    'create index actions_by_words on bridgelog.actions
      using gin (bridgelog.action_words(target, kind, description, outcome_remark) %I.gin_trgm_ops)',
    trgm);
  execute format($f$
    create function bridgelog.similar_actions(organization uuid, query text, "limit" integer)
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
