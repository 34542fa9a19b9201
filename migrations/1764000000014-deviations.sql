-- What guardrails have met, over all incidents.

create index guardrail_trips_by_time on bridgelog.guardrail_trips (organization, at, id);
create index guardrail_trips_by_guardrail
  on bridgelog.guardrail_trips (organization, guardrail, at, id);
-- What somebody has tripped of late.
create index guardrail_trips_by_actor
  on bridgelog.guardrail_trips (organization, incident, actor, at);
