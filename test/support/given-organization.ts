import type { OrganizationEvent } from '../../src/organization/domain/events.js';
import {
  applies,
  evolve,
  initialOrganization,
} from '../../src/organization/domain/organization.js';
import type { Organization } from '../../src/organization/domain/organization.js';
import { givenOn, sampleId } from './given.js';
import type { Fold } from './given.js';

export const organizationFold: Fold<Organization, OrganizationEvent> = {
  initial: initialOrganization,
  evolve,
  applies,
};
export const given = givenOn(organizationFold);

export const ada = sampleId('mem', 'ada');
export const grace = sampleId('mem', 'grace');
export const integration = sampleId('int', 'bot');
export const token = sampleId('tok', '1');
export const otherToken = sampleId('tok', '2');

export const adaIs = {
  viewer: { member: { id: ada, name: 'Ada', role: 'VIEWER', removed: false } },
  responder: { member: { id: ada, name: 'Ada', role: 'RESPONDER', removed: false } },
  admin: { member: { id: ada, name: 'Ada', role: 'ADMIN', removed: false } },
  gone: { member: { id: ada, name: 'Ada', role: 'ADMIN', removed: true } },
} as const;

export const created: OrganizationEvent = {
  type: 'OrganizationCreated',
  data: { name: 'Acme' },
};
