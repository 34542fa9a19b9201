-- The one way in: bridgelog.append. Everything else about events is read-only.

-- leaf = SHA-256(0x00 || JCS(envelope)). The keys stand in the order that RFC 8785 gives them. No
-- text of an envelope has anything to escape: the checks on bridgelog.events see to that. As an
-- expression with plain arguments it becomes part of the statement that calls it.
create function bridgelog.leaf(
  organization uuid, nth bigint, recorded_at text, occurred_at text, version integer,
  schema_version smallint, actor_kind text, stream_type text, stream text, id text, type text,
  actor text, via text, correlation text, causation text, payload_hash bytea
) returns bytea
  language sql stable parallel safe
  return pg_catalog.sha256('\x00'::bytea || pg_catalog.convert_to(
    '{"actorId":"' || actor
    || '","actorKind":"' || actor_kind
    || '","causationId":' || coalesce('"' || causation || '"', 'null')
    || ',"correlationId":' || coalesce('"' || correlation || '"', 'null')
    || ',"eventId":"' || id
    || '","eventType":"' || type
    || '","hashVersion":1,"occurredAt":"' || occurred_at
    || '","organization":"' || organization::text
    || '","payloadHash":"' || pg_catalog.encode(payload_hash, 'hex')
    || '","position":' || nth::text
    || ',"recordedAt":"' || recorded_at
    || '","schemaVersion":' || schema_version::text
    || ',"streamId":"' || stream
    || '","streamType":"' || stream_type
    || '","streamVersion":' || version::text
    || ',"via":' || coalesce('"' || via || '"', 'null') || '}', 'UTF8'));

create function bridgelog.leaf(e bridgelog.events) returns bytea
  language sql stable parallel safe
  return bridgelog.leaf(e.organization, e.position, bridgelog.instant(e.recorded_at),
    bridgelog.instant(e.occurred_at), e.version, e.schema_version, e.actor_kind, e.stream_type,
    e.stream, e.id, e.type, e.actor, e.via, e.correlation, e.causation, e.payload_hash);

-- SHA-256(0x02 || JCS({ epoch, hashVersion, organization })): where a ledger's chain starts.
create function bridgelog.genesis(organization uuid, epoch integer) returns bytea
  language sql immutable parallel safe
  return pg_catalog.sha256('\x02'::bytea || pg_catalog.convert_to(
    '{"epoch":' || epoch::text || ',"hashVersion":1,"organization":"' || organization::text || '"}',
    'UTF8'));

-- hash = SHA-256(0x01 || previous hash || leaf).
create function bridgelog.link(previous bytea, leaf bytea) returns bytea
  language sql immutable parallel safe
  return pg_catalog.sha256('\x01'::bytea || previous || leaf);

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
  clock_text text;
  -- The ledgers, each with the head to which this call moves it.
  organizations uuid[];
  heads bigint[];
  links bytea[];
  recorded timestamptz[];
  recorded_text text[];
  -- What there was before: the version of each item's stream; of each group, what its key
  -- recorded, and what somebody else holds.
  versions integer[];
  keys bridgelog.append_keys[];
  held bridgelog.reservations[];
  held_nth integer[];
  -- The answer to each group: the ledger, the item in conflict, the position before its first event.
  ledgers integer[];
  conflicts integer[];
  verdicts text[];
  ok boolean[];
  base bigint[];
  -- Of each event, if it is appended.
  payload_hashes bytea[] := array_fill(null::bytea, array[cardinality(e_id)]);
  hashes bytea[] := array_fill(null::bytea, array[cardinality(e_id)]);
  ledger integer;
  twice boolean := false;
  head bigint;
  link bytea;
  events_before integer := 0;
  inline_table text;
begin
  -- Conditions without a query cost next to nothing: each part asks first whether it is needed.
  if cardinality(g_events) > 1 then
    if (select count(*) <> count(distinct stream collate "C") from unnest(i_stream) i(stream)) then
      twice := (select count(*) <> count(distinct (g_organization[i.grp], i.stream))
        from unnest(i_group, i_stream) i(grp, stream));
    end if;
    if num_nonnulls(variadic g_key) > 1 then
      twice := twice or (select count(*) <> count(distinct (organization, scope, key))
        from unnest(g_organization, g_scope, g_key) g(organization, scope, key)
        where key is not null);
    end if;
    if cardinality(v_group) > 1 then
      twice := twice or (select count(*) <> count(distinct (g_organization[v.grp], v.space))
        from (select distinct grp, space from unnest(v_group, v_space, v_op) v(grp, space, op)
          where op = 'take') v);
    end if;
    if twice then
      raise exception 'append: a stream, a key or a space stands in two groups of one call'
        using errcode = 'invalid_parameter_value';
    end if;
  end if;

  if 'organization' = any (i_type) then
    insert into bridgelog.ledgers (organization, hash)
      select distinct g_organization[i.grp], bridgelog.genesis(g_organization[i.grp], 1)
        from unnest(i_group, i_type, i_expected) i(grp, type, expected)
        where i.type = 'organization' and i.expected = 0
        order by 1
      on conflict do nothing;
  end if;

  select array_agg(l.organization), array_agg(l.position), array_agg(l.hash),
      array_agg(l.recorded_at)
    into organizations, heads, links, recorded
    from (select * from bridgelog.ledgers l where l.organization = any (g_organization)
      order by l.organization for update) l;
  clock := bridgelog.bridgelog_now();
  clock_text := bridgelog.instant(clock);

  select array_agg(coalesce(s.version, 0) order by i.n) into versions
    from unnest(i_group, i_stream) with ordinality i(grp, stream, n)
    left join bridgelog.streams s on s.organization = g_organization[i.grp] and s.id = i.stream;
  if num_nonnulls(variadic g_key) > 0 then
    select array_agg(k order by g.n) into keys
      from unnest(g_organization, g_scope, g_key) with ordinality g(organization, scope, key, n)
      left join bridgelog.append_keys k
        on k.organization = g.organization and k.scope = g.scope and k.key = g.key;
  end if;
  if cardinality(v_group) > 0 then
    select array_agg(h.reservation order by g.n), array_agg(h.nth order by g.n)
      into held, held_nth
      from generate_series(1, cardinality(g_events)) g(n)
      left join (
        select distinct on (v.grp) v.grp, v.nth, r as reservation
          from (select *, row_number() over (partition by grp order by n) as nth
            from unnest(v_group, v_op, v_space, v_key, v_holder) with ordinality
              v(grp, op, space, key, holder, n)) v
          cross join lateral bridgelog.holders(g_organization[v.grp], v.space, v.key, v.holder) r
          where v.op = 'take'
          order by v.grp, v.n
      ) h on h.grp = g.n;
  end if;

  for g in 1 .. cardinality(g_events) loop
    ledger := array_position(organizations, g_organization[g]);
    ledgers[g] := ledger;
    conflicts[g] := null;
    for i in g_item[g] .. coalesce(g_item[g + 1] - 1, cardinality(i_stream)) loop
      if versions[i] <> i_expected[i] then
        conflicts[g] := i;
        exit;
      end if;
    end loop;
    verdicts[g] := case
      when ledger is null then 'unknown-organization'
      when (keys[g]).request_hash = g_request[g] then 'replayed'
      when (keys[g]).request_hash is not null then 'key-reused'
      when conflicts[g] is not null then 'conflict'
      when held_nth[g] is not null then 'reserved'
      else 'appended'
    end;
    ok[g] := verdicts[g] = 'appended';
    if ledger is not null and recorded_text[ledger] is null then
      recorded[ledger] := greatest(clock, recorded[ledger]);
      recorded_text[ledger] := bridgelog.instant(recorded[ledger]);
    end if;
    base[g] := case when ok[g] then heads[ledger] end;
    if ok[g] then
      head := base[g];
      link := links[ledger];
      for e in events_before + 1 .. events_before + g_events[g] loop
        head := head + 1;
        payload_hashes[e] := sha256(e_salt[e] || convert_to(e_payload[e], 'UTF8'));
        link := bridgelog.link(link, bridgelog.leaf(
          g_organization[g], head, recorded_text[ledger], bridgelog.instant(e_occurred[e]),
          e_version[e], e_schema[e], e_actor_kind[e], e_stream_type[e], e_stream[e], e_id[e],
          e_type[e], e_actor[e], e_via[e], e_correlation[e], e_causation[e], payload_hashes[e]));
        hashes[e] := link;
      end loop;
      heads[ledger] := head;
      links[ledger] := link;
    end if;
    events_before := events_before + g_events[g];
  end loop;

  insert into bridgelog.streams as s (organization, id, type, version, state)
    select g_organization[i.grp], i.stream, i.type, i.expected + i.events, i.state
      from unnest(i_group, i_stream, i_type, i_expected, i_events, i_state)
        i(grp, stream, type, expected, events, state)
      where ok[i.grp] and i.events > 0
    on conflict (organization, id) do update
      set version = excluded.version, state = excluded.state;

  if true = any (ok) then
    insert into bridgelog.events (organization, position, recorded_at, occurred_at, version,
        hash_version, schema_version, actor_kind, stream_type, stream, id, type, actor, via,
        correlation, causation, salt, payload_hash, payload, hash)
      select g_organization[e.grp], base[e.grp] + e.nth, recorded[ledgers[e.grp]], e.occurred_at,
          e.version, 1, e.schema, e.actor_kind, e.stream_type, e.stream, e.id, e.type, e.actor,
          e.via, e.correlation, e.causation, e.salt, e.payload_hash, e.payload, e.hash
        from unnest(e_group, e_nth, e_stream, e_stream_type, e_version, e_id, e_type, e_schema,
            e_occurred, e_actor_kind, e_actor, e_via, e_correlation, e_causation, e_salt,
            e_payload, payload_hashes, hashes)
          e(grp, nth, stream, stream_type, version, id, type, schema, occurred_at, actor_kind,
            actor, via, correlation, causation, salt, payload, payload_hash, hash)
        where ok[e.grp];
    update bridgelog.ledgers l
      set position = h.position, hash = h.hash, recorded_at = h.recorded_at
      from unnest(organizations, heads, links, recorded) h(organization, position, hash, recorded_at)
      where l.organization = h.organization and l.position < h.position;
  end if;

  if num_nonnulls(variadic g_key) > 0 then
    insert into bridgelog.append_keys (organization, scope, key, request_hash, stream,
        first_version, last_version, position, created_at)
      select g.organization, g.scope, g.key, g.request, i_stream[g.item],
          i_expected[g.item] + 1, i_expected[g.item] + i_events[g.item], base[g.n] + g.events, clock
        from unnest(g_organization, g_scope, g_key, g_request, g_events, g_item) with ordinality
          g(organization, scope, key, request, events, item, n)
        where g.key is not null and ok[g.n];
  end if;

  if cardinality(r_table) > 0 then
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
  end if;

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
    perform pg_notify('bridgelog', case when cardinality(organizations) > 1 then 'many'
      else organizations[1]::text || ':' || heads[1]::text end);
  end if;
  return query
    select r.verdict,
        r.base + 1,
        case r.verdict when 'replayed' then (keys[r.grp]).position else r.base + r.events end,
        coalesce(recorded_text[r.ledger], clock_text), clock_text,
        case r.verdict when 'conflict' then i_stream[r.conflict]
          when 'reserved' then (held[r.grp]).holder end,
        case r.verdict when 'conflict' then versions[r.conflict]
          when 'reserved' then held_nth[r.grp] end,
        (held[r.grp]).key, (held[r.grp]).stream, (keys[r.grp]).stream,
        (keys[r.grp]).first_version, (keys[r.grp]).last_version
      from unnest(verdicts, base, g_events, ledgers, conflicts) with ordinality
        r(verdict, base, events, ledger, conflict, grp);
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
