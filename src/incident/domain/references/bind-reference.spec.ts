import { describe, expect, it } from '@jest/globals';
import { declared, given, incidentId } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { bindReference } from './bind-reference.js';
import type { BindReference } from './bind-reference.js';

const ticket: BindReference = { kind: 'TICKET', system: 'jira', externalId: 'OPS-1' };
const channel: BindReference = { kind: 'CHAT_CHANNEL', system: 'chat', externalId: 'C1' };
const held = { space: 'chat-channel', key: '["chat","C1"]', holder: incidentId };
const itself = { itself: incidentId };

const bound = (
  { kind: referenceKind, externalId: externalKey, ...rest }: BindReference,
  again?: boolean,
): IncidentEvent => ({
  type: 'ReferenceBound',
  data: { referenceKind, externalKey, ...rest, again },
});
const many = (count: number): IncidentEvent[] =>
  Array.from({ length: count }, (_, n) => bound({ ...ticket, externalId: `OPS-${n}` }));

describe('bindReference', () => {
  it('binds, and holds nothing but a channel', () => {
    const words = { ...ticket, url: 'https://jira.example.com/OPS-1', caption: 'Checkout' };
    const decision = given(declared).when(bindReference, words, itself).then(bound(words));
    expect(decision).toMatchObject({ take: [], release: [] });
    const exclusive = given(declared).when(bindReference, channel, itself).then(bound(channel));
    expect(exclusive.take).toMatchObject([held]);
    expect(exclusive.take?.[0]?.refusal({ ...held, streamId: 'another' })).toMatchObject({
      code: 'CHANNEL_TAKEN',
      path: ['input', 'externalId'],
    });
  });

  it('is already true in the same words', () => {
    given(declared, bound(ticket))
      .when(bindReference, ticket, { ...itself, known: ticket })
      .thenNothing();
  });

  it('changes what is known of it', () => {
    const renamed = { ...ticket, caption: 'Checkout' };
    given(declared, bound(ticket))
      .when(bindReference, renamed, { ...itself, known: ticket })
      .then(bound(renamed, true));
  });

  it('frees a channel that turns out to be something else', () => {
    const page: BindReference = { ...channel, kind: 'DOCUMENT' };
    const decision = given(declared, bound(channel))
      .when(bindReference, page, { ...itself, known: channel })
      .then(bound(page, true));
    expect(decision).toMatchObject({ take: [], release: [held] });
  });

  it('refuses more than fifty, but changes one of fifty', () => {
    given(declared, ...many(50))
      .when(bindReference, ticket, itself)
      .thenRefused('TOO_MANY_REFERENCES');
    const renamed = { ...ticket, caption: 'Checkout' };
    given(declared, ...many(50))
      .when(bindReference, renamed, { ...itself, known: ticket })
      .then(bound(renamed, true));
  });

  it('needs an incident', () => {
    given().when(bindReference, ticket, itself).thenRefused('INCIDENT_NOT_FOUND');
  });
});
