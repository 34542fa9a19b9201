-- The ledger: the tables that every event passes through. Read docs/ledger.md beside this file.
-- Runs as bridgelog_owner; the schema and the roles exist (see roles.sql).

-- Functions are closed until granted.
alter default privileges for role bridgelog_owner revoke execute on functions from public;

-- One clock. In production it is the machine's; a database that was created for tests or
-- drills reads a clock that can be set. Which of the two it is, is decided here once.
do $$
begin
  if coalesce(current_setting('bridgelog.create_test_clock', true), 'off') = 'on' then
    create table bridgelog.test_clock (
      only_row boolean primary key default true check (only_row),
      base timestamptz not null,
      since timestamptz not null,
      rate double precision not null check (rate >= 0)
    );
    insert into bridgelog.test_clock (base, since, rate)
      values (clock_timestamp(), clock_timestamp(), 1);
    create function bridgelog.bridgelog_now() returns timestamptz
      language sql volatile security definer set search_path = pg_catalog, pg_temp
      as 'select base + (clock_timestamp() - since) * rate from bridgelog.test_clock';
    create function bridgelog.set_test_clock(base timestamptz, rate double precision) returns void
      language sql volatile set search_path = pg_catalog, pg_temp
      as 'update bridgelog.test_clock set base = $1, since = clock_timestamp(), rate = $2';
  else
    create function bridgelog.bridgelog_now() returns timestamptz
      language sql volatile
      return pg_catalog.clock_timestamp();
  end if;
end
$$;

grant execute on function bridgelog.bridgelog_now to bridgelog_app, bridgelog_worker;

-- A time as it stands in hashes, exports and answers: UTC, six digits.
create function bridgelog.instant(at timestamptz) returns text
  language sql stable parallel safe
  return pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

grant execute on function bridgelog.instant to bridgelog_app, bridgelog_worker;

-- Row-level security for a table that has a column `organization`. Requests see the
-- organization that their transaction named, and get an error if it named none; the owner's
-- functions (the doors) pass; the worker passes where `for_worker` says so.
create procedure bridgelog.isolate(table_name regclass, for_worker boolean default false)
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security, force row level security', table_name);
  execute format(
    'create policy organization on %s to bridgelog_app
       using (organization = (select current_setting(''bridgelog.organization'')::uuid))
       with check (organization = (select current_setting(''bridgelog.organization'')::uuid))',
    table_name);
  execute format('create policy doors on %s to bridgelog_owner using (true) with check (true)', table_name);
  if for_worker then
    execute format('create policy worker on %s to bridgelog_worker using (true)', table_name);
    execute format('grant select on %s to bridgelog_worker', table_name);
  end if;
end
$$;

-- The ticket: an append holds its organization's row until commit, so order is commit order.
create table bridgelog.ledgers (
  organization uuid primary key,
  position bigint not null default 0,
  hash bytea not null,
  epoch integer not null default 1 check (epoch > 0),
  genesis_epoch integer not null default 1 check (genesis_epoch > 0),
  recorded_at timestamptz not null default '-infinity'
) with (fillfactor = 10);

-- The length is asked for apart: a pattern that counts ({26}) takes eight times as long.
create table bridgelog.events (
  organization uuid not null,
  position bigint not null check (position > 0),
  recorded_at timestamptz not null,
  occurred_at timestamptz not null
    check (occurred_at >= '1970-01-01Z' and occurred_at < '10000-01-01Z'),
  version integer not null check (version > 0),
  hash_version smallint not null check (hash_version = 1),
  schema_version smallint not null check (schema_version > 0),
  actor_kind text not null check (actor_kind in ('MEMBER', 'INTEGRATION', 'POLICY')),
  stream_type text not null check (stream_type ~ '^[a-z]+$' and octet_length(stream_type) <= 20),
  stream text collate "C" not null check (stream ~ '^[a-z]+_[0-9a-z]+$'
    and octet_length(stream) <= 37 and strpos(stream, '_') = octet_length(stream) - 26),
  id text collate "C" not null check (id ~ '^evt_[0-9a-z]+$' and octet_length(id) = 30),
  type text not null check (type ~ '^[A-Z][A-Za-z]+$' and octet_length(type) <= 60),
  actor text collate "C" not null check (actor ~ '^[a-z0-9._-]+$' and octet_length(actor) <= 64),
  via text collate "C" check (via ~ '^[a-z]+_[0-9a-z]+$'
    and octet_length(via) <= 37 and strpos(via, '_') = octet_length(via) - 26),
  correlation text collate "C"
    check (correlation ~ '^[a-zA-Z0-9._:-]+$' and octet_length(correlation) <= 100),
  causation text collate "C"
    check (causation ~ '^evt_[0-9a-z]+$' and octet_length(causation) = 30),
  salt bytea check (length(salt) = 16),
  payload_hash bytea not null check (length(payload_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  payload text,
  primary key (organization, position),
  unique (organization, stream, version),
  unique (organization, id)
) partition by hash (organization);

create function bridgelog.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'events are immutable: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger immutable before update or delete on bridgelog.events
  for each row execute function bridgelog.refuse_change();
create trigger no_truncate before truncate on bridgelog.events
  for each statement execute function bridgelog.refuse_change();

do $$
begin
  for part in 0..15 loop
    execute format(
      'create table bridgelog.events_%s partition of bridgelog.events
         for values with (modulus 16, remainder %s)', part, part);
    execute format('alter table bridgelog.events_%s enable row level security, force row level security', part);
    execute format(
      'create trigger no_truncate before truncate on bridgelog.events_%s
         for each statement execute function bridgelog.refuse_change()', part);
  end loop;
end
$$;

create table bridgelog.streams (
  organization uuid not null,
  id text collate "C" not null,
  type text not null,
  version integer not null,
  state text not null,
  primary key (organization, id)
) with (fillfactor = 70, toast_tuple_target = 4080);

create table bridgelog.append_keys (
  organization uuid not null,
  scope text collate "C" not null,
  key text collate "C" not null,
  request_hash bytea not null,
  stream text collate "C" not null,
  first_version integer not null,
  last_version integer not null,
  position bigint not null,
  created_at timestamptz not null,
  primary key (organization, scope, key)
);

create table bridgelog.reservations (
  organization uuid not null,
  space text collate "C" not null,
  key text collate "C" not null,
  holder text collate "C" not null,
  stream text collate "C" not null,
  shared boolean not null,
  primary key (organization, space, key, holder)
);

create table bridgelog.due (
  organization uuid not null,
  stream text collate "C" not null,
  kind text collate "C" not null,
  subject text collate "C" not null,
  at timestamptz not null,
  cause text collate "C" not null,
  primary key (organization, stream, kind, subject)
);
create index due_at on bridgelog.due (at);

create table bridgelog.counters (
  organization uuid not null,
  name text collate "C" not null,
  value bigint not null,
  primary key (organization, name)
);

-- Keys of data subjects, each wrapped by the key that the server holds outside the database.
create table bridgelog.subject_keys (
  organization uuid not null,
  subject text collate "C" not null,
  wrapped bytea not null,
  primary key (organization, subject)
);

call bridgelog.isolate('bridgelog.ledgers', for_worker => true);
call bridgelog.isolate('bridgelog.events', for_worker => true);
call bridgelog.isolate('bridgelog.streams', for_worker => true);
call bridgelog.isolate('bridgelog.append_keys');
call bridgelog.isolate('bridgelog.reservations');
call bridgelog.isolate('bridgelog.due', for_worker => true);
call bridgelog.isolate('bridgelog.counters');
call bridgelog.isolate('bridgelog.subject_keys', for_worker => true);

grant select on bridgelog.ledgers, bridgelog.events, bridgelog.streams, bridgelog.append_keys,
  bridgelog.reservations, bridgelog.due to bridgelog_app;
grant select, insert, update on bridgelog.counters to bridgelog_app;
grant select, insert on bridgelog.subject_keys to bridgelog_app;
