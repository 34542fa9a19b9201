import { describe, expect, it } from '@jest/globals';
import { scribe } from '../../../../test/support/given-command.js';
import {
  ada,
  commandTaken,
  declared,
  given,
  grace,
  resolved,
} from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { commandForHolder, roleForCommander } from './two-hats.js';

const metWith = (member: string, ...past: IncidentEvent[]) => {
  const { state } = given(declared, ...past);
  if (state.status === 'undeclared') throw new Error('not declared');
  const expert = { incidentRole: 'SUBJECT_EXPERT', subject: 'PostgreSQL' } as const;
  return roleForCommander(member, expert, state).map(({ subject }) => subject);
};

describe('a second hat', () => {
  it('is a role for the commander, and for nobody else', () => {
    expect(metWith(ada, commandTaken)).toEqual(['expert on PostgreSQL']);
    expect(metWith(grace, commandTaken)).toEqual([]);
    expect(metWith(ada)).toEqual([]);
  });

  it('is none once the response is over', () => {
    expect(metWith(ada, commandTaken, resolved)).toEqual([]);
  });

  it('is command for who has a role', () => {
    expect(commandForHolder(grace, [scribe])).toEqual([
      { guardrail: 'TWO_HATS', subject: 'scribe', commander: grace },
    ]);
    expect(commandForHolder(ada, [scribe])).toEqual([]);
  });

  it('has a subject that fits, however many roles of whatever name they have', () => {
    const custom = { ...scribe, incidentRole: 'SUBJECT_EXPERT', subject: 'x'.repeat(100) } as const;
    const [trip] = commandForHolder(
      grace,
      Array.from({ length: 50 }, () => custom),
    );
    expect(trip?.subject?.length).toBeLessThanOrEqual(200);
    expect(trip?.subject).toContain('and 49 more');
  });
});
