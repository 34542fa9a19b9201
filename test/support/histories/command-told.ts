import { expect } from '@jest/globals';
import type { IncidentEvent } from '../../../src/incident/domain/events.js';

type Told = {
  readonly term: number;
  readonly commander: string | null;
  readonly offeredTo: string | null;
};

const after = (told: Told, { type, data }: IncidentEvent): Told => {
  switch (type) {
    case 'CommandTaken':
      expect(told).toEqual({ term: data.term - 1, commander: null, offeredTo: null });
      return { ...told, term: data.term, commander: data.member };
    case 'CommandOffered':
      expect(told).toEqual({ term: data.term, commander: expect.any(String), offeredTo: null });
      return { ...told, offeredTo: data.member };
    case 'CommandAccepted':
      expect(told).toEqual({
        term: data.term - 1,
        commander: data.formerCommander,
        offeredTo: data.member,
      });
      return { term: data.term, commander: data.member, offeredTo: null };
    case 'CommandDeclined':
    case 'CommandOfferWithdrawn':
    case 'CommandOfferExpired':
      expect(told).toMatchObject({ term: data.term, offeredTo: data.member });
      return { ...told, offeredTo: null };
    case 'CommandRelinquished':
      expect(told).toEqual({ term: data.term, commander: data.member, offeredTo: null });
      return { ...told, commander: null };
    case 'IncidentResolved':
      expect(told.offeredTo).toBeNull();
      return told;
    default:
      return told;
  }
};

/** Command as the events alone tell it: one commander, one offer, and terms that count up. */
export const commandTold = (events: readonly IncidentEvent[]): Told =>
  events.reduce(after, { term: 0, commander: null, offeredTo: null });
