import { describe, expect, it } from '@jest/globals';
import { assessed, declared, given } from '../../../../test/support/given-incident.js';
import { sampleId, usualFacts } from '../../../../test/support/given.js';
import { plusSeconds } from '../../../kernel/instant.js';
import type { IncidentEvent } from '../events.js';
import { linkSuspects } from './link-suspects.js';
import type { Link } from './link.js';

const impact = '2019-07-02T13:45:00.000000Z';
const known = assessed({ impactStartedAt: impact, impactStartSource: 'MONITORING' });
const begun = (name: string, secondsBefore: number) => ({
  change: sampleId('chg', name),
  startedAt: plusSeconds(impact, -secondsBefore),
});
const link = (name: string, status: Link['status'], byPolicy: boolean): Link => ({
  change: sampleId('chg', name),
  status,
  byPolicy,
});
const linked = (name: string, secondsBeforeImpact: number): IncidentEvent => ({
  type: 'ChangeLinked',
  data: {
    change: sampleId('chg', name),
    changeStartedAt: plusSeconds(impact, -secondsBeforeImpact),
    secondsBeforeImpact,
  },
});
const unlinked = (name: string): IncidentEvent => ({
  type: 'ChangeUnlinked',
  data: {
    change: sampleId('chg', name),
    reason: 'It is not among the nearest changes before the impact any more',
  },
});
const looked = [{ kind: 'suspects', subject: 'window', at: null }];
const names = (many: number) => Array.from({ length: many }, (_, index) => `n${index}`);

describe('linkSuspects', () => {
  it('links what is in the window, both ends included, nearest first, and is to look again', () => {
    const candidates = [begun('far', 7200), begun('near', 180), begun('at', 0)];
    const decision = given(declared, known)
      .when(linkSuspects, {}, { candidates, links: [] })
      .then(linked('at', 0), linked('near', 180), linked('far', 7200));
    expect(decision.due).toEqual([{ kind: 'suspects', subject: 'window', at: usualFacts.now }]);
  });

  it('links nothing that began earlier, or after the impact', () => {
    const candidates = [begun('early', 7201), begun('late', -1)];
    const decision = given(declared, known).when(linkSuspects, {}, { candidates, links: [] });
    expect(decision.then().due).toEqual(looked);
  });

  it('links none while the start is not known, and has looked', () => {
    const decision = given(declared).when(linkSuspects, {}, { candidates: [], links: [] });
    expect(decision.then().due).toEqual(looked);
  });

  it.each<[Link['status'], boolean]>([
    ['SUSPECT', true],
    ['SUSPECT', false],
    ['CLEARED', false],
    ['IMPLICATED', false],
    ['UNLINKED', false],
  ])('leaves one in the window alone that is %s (by policy: %s)', (status, byPolicy) => {
    const facts = { candidates: [begun('a', 60)], links: [link('a', status, byPolicy)] };
    given(declared, known).when(linkSuspects, {}, facts).then();
  });

  it('links again what policy unlinked', () => {
    const facts = { candidates: [begun('a', 60)], links: [link('a', 'UNLINKED', true)] };
    given(declared, known).when(linkSuspects, {}, facts).then(linked('a', 60));
  });

  it('unlinks what is in the window no more, if only policy linked it', () => {
    const links = [
      link('policy', 'SUSPECT', true),
      link('hand', 'SUSPECT', false),
      link('cleared', 'CLEARED', false),
      link('implicated', 'IMPLICATED', false),
      link('gone', 'UNLINKED', true),
    ];
    given(declared, known)
      .when(linkSuspects, {}, { candidates: [], links })
      .then(unlinked('policy'));
  });

  it('keeps to the fifty nearest, and lets a nearer one crowd out the farthest', () => {
    const candidates = names(51).map((name, index) => begun(name, index));
    const all = given(declared, known).when(linkSuspects, {}, { candidates, links: [] });
    expect(all.then(...names(50).map((name, index) => linked(name, index))).events).toHaveLength(
      50,
    );
    const links = names(51)
      .slice(1)
      .map((name) => link(name, 'SUSPECT', true));
    given(declared, known)
      .when(linkSuspects, {}, { candidates, links })
      .then(unlinked('n50'), linked('n0', 0));
  });

  it('does not count what a person unlinked', () => {
    const candidates = names(51).map((name, index) => begun(name, index));
    const links = [link('n0', 'UNLINKED', false)];
    given(declared, known)
      .when(linkSuspects, {}, { candidates, links })
      .then(
        ...names(51)
          .slice(1)
          .map((name, index) => linked(name, index + 1)),
      );
  });

  it('refuses an incident that was never declared', () => {
    given().when(linkSuspects, {}, { candidates: [], links: [] }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
