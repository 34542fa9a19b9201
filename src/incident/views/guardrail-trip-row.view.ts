import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import type { DeviationKind } from '../domain/guardrails/choices.js';

/** A row for every guardrail that was met: it went through, was stopped, or was overridden. */
export const guardrailTripRows = (
  events: readonly FoldedEvent<IncidentEvent>[],
  incident: string,
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type !== 'GuardrailTripped' && event.type !== 'GuardrailOverridden') return [];
    const { id, version, actor, occurredAt, data } = event;
    const columns = {
      ...{ incident, nth: version, actor: actor.id, at: occurredAt },
      ...{ guardrail: data.guardrail, subject: data.subject ?? null },
      kind: kindOf(event),
      reason: event.type === 'GuardrailOverridden' ? (event.data.reason ?? null) : null,
    };
    return [{ table: 'guardrail_trips', id, columns }];
  });

const kindOf = (event: FoldedEvent<IncidentEvent>): DeviationKind => {
  if (event.type === 'GuardrailOverridden') return 'OVERRIDDEN';
  return event.type === 'GuardrailTripped' && event.data.blocked === true ? 'BLOCKED' : 'NOTED';
};
