-- Claims on due times: one process at a time works at one. They save work and keep order; that
-- something is done once is seen to by the decision on the stream, and never by a claim.

alter table bridgelog.due
  -- Who works at it; null while nobody does.
  add column holder text check (octet_length(holder) <= 200),
  -- Of the latest claim. Each claim has a higher one, so an older claim is known as such.
  add column fence bigint not null default 0,
  -- The time for which it is held or put off, and until when by the real clock.
  add column held_for timestamptz,
  add column held_until timestamptz,
  -- In a row, at this time.
  add column failures integer not null default 0,
  add check ((held_for is null) = (held_until is null));

-- Whether it was claimed before, at this time, and from when on it may be claimed: at its time, or,
-- once it was claimed, by the real clock. A time that was moved was never claimed.
alter table bridgelog.due
  add column again boolean not null
    generated always as (held_for is not distinct from at) stored,
  add column ready_at timestamptz not null
    generated always as (case when held_for = at then held_until else at end) stored;

-- Rows come and go all day: dead ones are not to gather at the head of the index.
alter table bridgelog.due
  set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

-- What is held, put off or of a kind that a process does not know lies elsewhere in the index
-- than what it may claim. So a claim reads what it takes, and the rest is not in its way.
drop index bridgelog.due_at;
create index due_ready on bridgelog.due (kind, again, ready_at);

create sequence bridgelog.due_fence;
grant usage on sequence bridgelog.due_fence to bridgelog_worker;
grant update (holder, fence, held_for, held_until, failures) on bridgelog.due to bridgelog_worker;

-- Claims what has come due: of each lane (a kind, for the first time or again) at most `room`,
-- oldest first, over all organizations. Of a stream only the first one that is due, and none
-- while somebody works at another. It waits for nobody. Runs with the rights of its caller. The
-- settings keep it on its indexes, whatever the statistics say.
create function bridgelog.claim_due(
  lane_kind text[], lane_again boolean[], lane_room integer[], claimer text, lease interval
) returns table (
  organization uuid, stream text, kind text, subject text, due_at text, cause text, claim bigint,
  again boolean
)
language plpgsql
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_bitmapscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_sort = off
as $$
#variable_conflict use_column
declare
  now_here timestamptz := bridgelog.bridgelog_now();
  clock timestamptz := clock_timestamp();
begin
  return query
    with free as materialized (
      select d.*, lane.again
        from unnest(lane_kind, lane_again, lane_room) lane(kind, again, room)
        cross join lateral (
          select d.organization, d.stream, d.kind, d.subject
            from bridgelog.due d
            where d.kind = lane.kind and d.again = lane.again
              and d.ready_at <= case when lane.again then clock else now_here end
              and d.at <= now_here
              and not exists (
                select from bridgelog.due o
                  where o.organization = d.organization and o.stream = d.stream
                    and case when o.again and o.ready_at > clock then o.holder is not null
                      else o.at <= now_here
                        and (o.at, o.kind, o.subject) < (d.at, d.kind, d.subject)
                        and exists (select from unnest(lane_kind, lane_again) l(kind, again)
                          where l.kind = o.kind and l.again = o.again)
                      end)
            order by d.ready_at
            limit lane.room
            for update skip locked
        ) d
    )
    update bridgelog.due d
      set holder = claimer, fence = nextval('bridgelog.due_fence'), held_for = d.at,
        held_until = clock + lease, failures = case when d.held_for = d.at then d.failures else 0 end
      from free
      where d.organization = free.organization and d.stream = free.stream
        and d.kind = free.kind and d.subject = free.subject
      returning d.organization, d.stream, d.kind, d.subject, bridgelog.instant(d.at), d.cause,
        d.fence, free.again;
end
$$;
grant execute on function bridgelog.claim_due to bridgelog_worker;
