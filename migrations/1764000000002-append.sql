-- The one way in: bridgelog.append. Everything else about events is read-only.

-- leaf = SHA-256(0x00 || JCS(envelope)). The keys stand in the order that RFC 8785 gives them;
-- to_json escapes text as RFC 8785 does.
create function bridgelog.leaf(e bridgelog.events) returns bytea
  language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return sha256('\x00'::bytea || convert_to(
    '{"actorId":' || to_json(e.actor)::text
    || ',"actorKind":' || to_json(e.actor_kind)::text
    || ',"causationId":' || coalesce(to_json(e.causation)::text, 'null')
    || ',"correlationId":' || coalesce(to_json(e.correlation)::text, 'null')
    || ',"eventId":' || to_json(e.id)::text
    || ',"eventType":' || to_json(e.type)::text
    || ',"hashVersion":' || e.hash_version::text
    || ',"occurredAt":"' || bridgelog.instant(e.occurred_at)
    || '","organization":"' || e.organization::text
    || '","payloadHash":"' || encode(e.payload_hash, 'hex')
    || '","position":' || e.position::text
    || ',"recordedAt":"' || bridgelog.instant(e.recorded_at)
    || '","schemaVersion":' || e.schema_version::text
    || ',"streamId":' || to_json(e.stream)::text
    || ',"streamType":' || to_json(e.stream_type)::text
    || ',"streamVersion":' || e.version::text
    || ',"via":' || coalesce(to_json(e.via)::text, 'null') || '}', 'UTF8'));
end
$$;

-- SHA-256(0x02 || JCS({ epoch, hashVersion, organization })): where a ledger's chain starts.
create function bridgelog.genesis(organization uuid, epoch integer) returns bytea
  language sql immutable parallel safe
  return pg_catalog.sha256('\x02'::bytea || pg_catalog.convert_to(
    '{"epoch":' || epoch::text || ',"hashVersion":1,"organization":"' || organization::text || '"}',
    'UTF8'));

-- hash = SHA-256(0x01 || previous hash || leaf), as an aggregate over leaves in order.
create function bridgelog.chain_step(state bytea, previous bytea, leaf bytea) returns bytea
  language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return sha256('\x01'::bytea || coalesce(state, previous) || leaf);
end
$$;
create aggregate bridgelog.chain(previous bytea, leaf bytea) (
  sfunc = bridgelog.chain_step, stype = bytea
);

-- Who else holds a key. In the space `target` keys are paths: an ancestor or a descendant of a
-- held key is held too.
create function bridgelog.holders(
  in_organization uuid, in_space text, in_key text, other_than text
) returns setof bridgelog.reservations
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.* from bridgelog.reservations r
    where r.organization = in_organization and r.space = in_space and r.key = in_key
      and r.holder <> other_than
  union all
  select r.*
    from (select string_to_array(in_key, '/') as names) path
    cross join generate_series(1, cardinality(path.names) - 1) depth
    join bridgelog.reservations r
      on r.organization = in_organization and r.space = in_space
      and r.key = array_to_string(path.names[1:depth], '/') collate "C"
    where in_space = 'target' and r.holder <> other_than
  union all
  select r.* from bridgelog.reservations r
    where in_space = 'target' and r.organization = in_organization and r.space = in_space
      and r.key > (in_key || '/') collate "C" and r.key < (in_key || '0') collate "C"
      and r.holder <> other_than
  limit 1
$$;

create type bridgelog.append_result as (
  verdict text, -- appended, replayed, key-reused, conflict, reserved, unknown-organization
  first_position bigint, -- of the group's events; last is one less when there are none
  last_position bigint,
  recorded_at text,
  read_at text, -- the clock, which recorded_at never goes below
  subject text, -- conflict: the stream; reserved: the holder
  actual integer, -- conflict: the stream's version; reserved: which reservation, from 1
  held_key text,
  held_by text, -- the stream of the holder
  key_stream text, -- replayed: what the key recorded
  key_first_version integer,
  key_last_version integer
);

-- Appends groups of items; each group succeeds or fails whole and leaves the others alone.
-- In one call a stream, a key, and a space of reservations of an organization may stand in one
-- group only (the caller sends the next one with the next call); more is an error.
-- Answers one result per group, in order. Arrays: g groups, i items (streams), e events in
-- order of group and e_nth (1, 2... within the group), g_item the group's first item, r rows of inline tables,
-- v reservations (op: take, share, release), d due times (at null: clear).
create function bridgelog.append(
  g_organization uuid[], g_scope text[], g_key text[], g_request bytea[], g_events integer[],
  g_item integer[],
  i_group integer[], i_stream text[], i_type text[], i_expected integer[], i_events integer[],
  i_state text[],
  e_group integer[], e_nth integer[], e_stream text[], e_stream_type text[], e_version integer[],
  e_id text[], e_type text[], e_schema smallint[], e_occurred timestamptz[],
  e_actor_kind text[], e_actor text[], e_via text[], e_correlation text[], e_causation text[],
  e_salt bytea[], e_payload text[],
  r_group integer[], r_table text[], r_id text[], r_columns text[],
  v_group integer[], v_op text[], v_space text[], v_key text[], v_holder text[], v_stream text[],
  d_group integer[], d_stream text[], d_kind text[], d_subject text[], d_at timestamptz[],
  d_cause text[]
) returns setof bridgelog.append_result
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '2s'
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  clock timestamptz;
  results bridgelog.append_result[];
  ok boolean[];
  base bigint[];
  recorded timestamptz[];
  inline_table text;
begin
  if cardinality(g_events) > 1 and (
    (select count(*) <> count(distinct (g_organization[i.grp], i.stream))
        from unnest(i_group, i_stream) i(grp, stream))
    or (select count(*) <> count(distinct (organization, scope, key))
        from unnest(g_organization, g_scope, g_key) g(organization, scope, key)
        where key is not null)
    or (select count(*) <> count(distinct (g_organization[v.grp], v.space))
        from (select distinct grp, space from unnest(v_group, v_space, v_op) v(grp, space, op)
          where op = 'take') v))
  then
    raise exception 'append: a stream, a key or a space stands in two groups of one call'
      using errcode = 'invalid_parameter_value';
  end if;

  if 'organization' = any (i_type) then
    insert into bridgelog.ledgers (organization, hash)
      select distinct g_organization[i.grp], bridgelog.genesis(g_organization[i.grp], 1)
        from unnest(i_group, i_type, i_expected) i(grp, type, expected)
        where i.type = 'organization' and i.expected = 0
        order by 1
      on conflict do nothing;
  end if;

  perform from bridgelog.ledgers l where l.organization = any (g_organization)
    order by l.organization for update;
  clock := bridgelog.bridgelog_now();

  with conflicts as materialized (
    select distinct on (i.grp) i.grp, i.stream, coalesce(s.version, 0) as actual
      from unnest(i_group, i_stream, i_expected) with ordinality i(grp, stream, expected, n)
      left join bridgelog.streams s
        on s.organization = g_organization[i.grp] and s.id = i.stream
      where coalesce(s.version, 0) <> i.expected
      order by i.grp, i.n
  ), held as materialized (
    select distinct on (v.grp) v.grp, v.nth, r.key, r.holder, r.stream
      from (select *, row_number() over (partition by grp order by n) as nth
        from unnest(v_group, v_op, v_space, v_key, v_holder) with ordinality
          v(grp, op, space, key, holder, n)) v
      cross join lateral bridgelog.holders(g_organization[v.grp], v.space, v.key, v.holder) r
      where v.op = 'take'
      order by v.grp, v.n
  ), judged as (
    select g.n, g.organization, g.events, l.position as head, l.recorded_at as last_recorded,
        c.stream as conflict_stream, c.actual, h.nth, h.key as held_key, h.holder, h.stream as held_by,
        k.stream as key_stream, k.first_version, k.last_version, k.position as key_position,
        case
          when l.organization is null then 'unknown-organization'
          when k.request_hash = g.request then 'replayed'
          when k.request_hash is not null then 'key-reused'
          when c.grp is not null then 'conflict'
          when h.grp is not null then 'reserved'
          else 'appended'
        end as verdict
      from unnest(g_organization, g_scope, g_key, g_request, g_events) with ordinality
        g(organization, scope, key, request, events, n)
      left join bridgelog.ledgers l on l.organization = g.organization
      left join bridgelog.append_keys k
        on k.organization = g.organization and k.scope = g.scope and k.key = g.key
      left join conflicts c on c.grp = g.n
      left join held h on h.grp = g.n
  ), placed as (
    select j.*, greatest(clock, last_recorded) as at,
        head + coalesce(sum(case when verdict = 'appended' then events end) over (
          partition by organization order by n rows between unbounded preceding and 1 preceding), 0)
          as before
      from judged j
  )
  select
      array_agg(row(
        verdict,
        case verdict when 'appended' then before + 1 end,
        case verdict when 'appended' then before + events when 'replayed' then key_position end,
        bridgelog.instant(at), bridgelog.instant(clock),
        case verdict when 'conflict' then conflict_stream when 'reserved' then holder end,
        case verdict when 'conflict' then actual when 'reserved' then nth end,
        held_key, held_by, key_stream, first_version, last_version
      )::bridgelog.append_result order by n),
      array_agg(verdict = 'appended' order by n),
      array_agg(before order by n),
      array_agg(at order by n)
    into results, ok, base, recorded
    from placed;

  insert into bridgelog.streams as s (organization, id, type, version, state)
    select g_organization[i.grp], i.stream, i.type, i.expected + i.events, i.state
      from unnest(i_group, i_stream, i_type, i_expected, i_events, i_state)
        i(grp, stream, type, expected, events, state)
      where ok[i.grp] and i.events > 0
    on conflict (organization, id) do update
      set version = excluded.version, state = excluded.state;

  with drafts as (
    select g_organization[e.grp] as organization, base[e.grp] + e.nth as position,
        recorded[e.grp] as recorded_at, e.*,
        sha256(e.salt || convert_to(e.payload, 'UTF8')) as payload_hash
      from unnest(e_group, e_nth, e_stream, e_stream_type, e_version, e_id, e_type, e_schema,
          e_occurred, e_actor_kind, e_actor, e_via, e_correlation, e_causation, e_salt, e_payload)
        e(grp, nth, stream, stream_type, version, id, type, schema, occurred_at, actor_kind, actor,
          via, correlation, causation, salt, payload)
      where ok[e.grp]
  ), inserted as (
    insert into bridgelog.events (organization, position, recorded_at, occurred_at, version,
        hash_version, schema_version, actor_kind, stream_type, stream, id, type, actor, via,
        correlation, causation, salt, payload_hash, payload, hash)
      select d.organization, d.position, d.recorded_at, d.occurred_at, d.version,
          1, d.schema, d.actor_kind, d.stream_type, d.stream, d.id, d.type, d.actor, d.via,
          d.correlation, d.causation, d.salt, d.payload_hash, d.payload,
          bridgelog.chain(l.hash, bridgelog.leaf(row(
            d.organization, d.position, d.recorded_at, d.occurred_at, d.version, 1, d.schema,
            d.actor_kind, d.stream_type, d.stream, d.id, d.type, d.actor, d.via, d.correlation,
            d.causation, d.salt, d.payload_hash, null, d.payload)::bridgelog.events))
            over (partition by d.organization order by d.position)
        from drafts d join bridgelog.ledgers l on l.organization = d.organization
      returning organization, position, recorded_at, hash
  )
  update bridgelog.ledgers l
    set position = i.position, hash = i.hash, recorded_at = i.recorded_at
    from (select distinct on (organization) * from inserted order by organization, position desc) i
    where l.organization = i.organization;

  if num_nonnulls(variadic g_key) > 0 then
    insert into bridgelog.append_keys (organization, scope, key, request_hash, stream,
        first_version, last_version, position, created_at)
      select g.organization, g.scope, g.key, g.request, i_stream[g.item],
          i_expected[g.item] + 1, i_expected[g.item] + i_events[g.item], base[g.n] + g.events, clock
        from unnest(g_organization, g_scope, g_key, g_request, g_events, g_item) with ordinality
          g(organization, scope, key, request, events, item, n)
        where g.key is not null and ok[g.n];
  end if;

  for inline_table in select distinct r.name from unnest(r_table) r(name) loop
    execute format('select bridgelog.%I($1, $2, $3)', 'write_' || inline_table) using
      (select array_agg(g_organization[r.grp] order by r.n)
        from unnest(r_group, r_table) with ordinality r(grp, name, n)
        where r.name = inline_table and ok[r.grp]),
      (select array_agg(r.id order by r.n)
        from unnest(r_group, r_table, r_id) with ordinality r(grp, name, id, n)
        where r.name = inline_table and ok[r.grp]),
      (select array_agg(r.columns order by r.n)
        from unnest(r_group, r_table, r_columns) with ordinality r(grp, name, columns, n)
        where r.name = inline_table and ok[r.grp]);
  end loop;

  if cardinality(v_group) > 0 then
    delete from bridgelog.reservations r
      using unnest(v_group, v_op, v_space, v_key, v_holder) v(grp, op, space, key, holder)
      where v.op = 'release' and ok[v.grp] and r.organization = g_organization[v.grp]
        and r.space = v.space and r.key = v.key and r.holder = v.holder;
    insert into bridgelog.reservations (organization, space, key, holder, stream, shared)
      select g_organization[v.grp], v.space, v.key, v.holder, v.stream, v.op = 'share'
        from unnest(v_group, v_op, v_space, v_key, v_holder, v_stream)
          v(grp, op, space, key, holder, stream)
        where v.op in ('take', 'share') and ok[v.grp]
      on conflict do nothing;
  end if;

  if cardinality(d_group) > 0 then
    delete from bridgelog.due t
      using unnest(d_group, d_stream, d_kind, d_subject, d_at) d(grp, stream, kind, subject, at)
      where d.at is null and ok[d.grp] and t.organization = g_organization[d.grp]
        and t.stream = d.stream and t.kind = d.kind and t.subject = d.subject;
    insert into bridgelog.due (organization, stream, kind, subject, at, cause)
      select g_organization[d.grp], d.stream, d.kind, d.subject, d.at, d.cause
        from unnest(d_group, d_stream, d_kind, d_subject, d_at, d_cause)
          d(grp, stream, kind, subject, at, cause)
        where d.at is not null and ok[d.grp]
      on conflict (organization, stream, kind, subject) do update
        set at = excluded.at, cause = excluded.cause;
  end if;

  if true = any (ok) then
    perform pg_notify('bridgelog', case
      when (select count(distinct o) from unnest(g_organization) o) > 1 then 'many'
      else g_organization[1]::text || ':' || (select max(last_position) from unnest(results))::text
    end);
  end if;
  return query select * from unnest(results);
end
$$;
grant execute on function bridgelog.append to bridgelog_app;

-- Makes a table an inline table: append writes rows to it through a function of its own.
-- Columns that a row does not name keep what they hold.
create procedure bridgelog.make_inline(table_name text)
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
      returns void language sql set search_path = pg_catalog, pg_temp as $w$
      insert into bridgelog.%2$I
        select (jsonb_populate_record(t, r.columns::jsonb
            || jsonb_build_object('organization', r.organization, 'id', r.id))).*
          from unnest(organizations, ids, columns) with ordinality r(organization, id, columns, n)
          left join bridgelog.%2$I t on t.organization = r.organization and t.id = r.id
          order by r.n
        on conflict (organization, id) do update set %3$s
      $w$ $f$, 'write_' || table_name, table_name, columns);
end
$$;
