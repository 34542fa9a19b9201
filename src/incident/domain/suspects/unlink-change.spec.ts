import { describe, expect, it } from '@jest/globals';
import { assessed, change, declared, given } from '../../../../test/support/given-incident.js';
import { usualFacts } from '../../../../test/support/given.js';
import type { Link } from './link.js';
import { unlinkChange } from './unlink-change.js';

const link = (status: Link['status'], byPolicy = false) => ({ link: { change, status, byPolicy } });
const command = { change, reason: 'Only staging' };
const unlinked = { type: 'ChangeUnlinked', data: command } as const;

describe('unlinkChange', () => {
  it.each(['SUSPECT', 'CLEARED', 'IMPLICATED'] as const)('unlinks one that is %s', (status) => {
    given(declared).when(unlinkChange, command, link(status)).then(unlinked);
  });

  it('is already true when a person unlinked it', () => {
    given(declared).when(unlinkChange, command, link('UNLINKED')).thenNothing();
  });

  it('is new when policy unlinked it, so that policy leaves it so', () => {
    given(declared).when(unlinkChange, command, link('UNLINKED', true)).then(unlinked);
  });

  it('has the next nearest looked for, if it is known what is near', () => {
    const impact = { impactStartedAt: usualFacts.now, impactStartSource: 'REPORT' } as const;
    const decision = given(declared, assessed(impact)).when(unlinkChange, command, link('SUSPECT'));
    const due = [{ kind: 'suspects', subject: 'window', at: usualFacts.now }];
    expect(decision.then(unlinked).due).toEqual(due);
    const unknown = given(declared).when(unlinkChange, command, link('SUSPECT'));
    expect(unknown.then(unlinked).due).toEqual([]);
  });

  it('refuses one that was never linked, and an incident that was never declared', () => {
    given(declared).when(unlinkChange, command).thenRefused({ code: 'CHANGE_NOT_LINKED', change });
    given().when(unlinkChange, command, link('SUSPECT')).thenRefused('INCIDENT_NOT_FOUND');
  });
});
