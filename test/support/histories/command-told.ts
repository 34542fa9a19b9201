import { expect } from '@jest/globals';
import type { IncidentEvent } from '../../../src/incident/domain/events.js';

type Told = {
  readonly term: number;
  readonly commander: string | null;
  readonly offeredTo: string | null;
};
type Of<T> = Extract<IncidentEvent, { readonly type: T }>['data'];
type Telling<T> = (told: Told, data: Of<T>) => Told;

const endOfOffer = (told: Told, { term, member }: Of<'CommandOfferExpired'>): Told => {
  expect(told).toMatchObject({ term, offeredTo: member });
  return { ...told, offeredTo: null };
};

const noOffer = (told: Told): Told => {
  expect(told.offeredTo).toBeNull();
  return told;
};

const tellings: { readonly [T in IncidentEvent['type']]?: Telling<T> } = {
  CommandTaken: (told, { term, member }) => {
    expect(told).toEqual({ term: term - 1, commander: null, offeredTo: null });
    return { term, commander: member, offeredTo: null };
  },
  CommandOffered: (told, { term, member }) => {
    expect(told).toEqual({ term, commander: expect.any(String), offeredTo: null });
    return { ...told, offeredTo: member };
  },
  CommandAccepted: (told, { term, member, formerCommander }) => {
    expect(told).toEqual({ term: term - 1, commander: formerCommander, offeredTo: member });
    return { term, commander: member, offeredTo: null };
  },
  CommandDeclined: endOfOffer,
  CommandOfferWithdrawn: endOfOffer,
  CommandOfferExpired: endOfOffer,
  CommandRelinquished: (told, { term, member }) => {
    expect(told).toEqual({ term, commander: member, offeredTo: null });
    return { ...told, commander: null };
  },
  IncidentResolved: noOffer,
  IncidentDeclined: noOffer,
  IncidentMerged: noOffer,
};

/** Command as the events alone tell it: one commander, one offer, and terms that count up. */
export const commandTold = (events: readonly IncidentEvent[]): Told =>
  events.reduce<Told>(
    (told, { type, data }) =>
      (tellings[type] as Telling<typeof type> | undefined)?.(told, data) ?? told,
    { term: 0, commander: null, offeredTo: null },
  );
