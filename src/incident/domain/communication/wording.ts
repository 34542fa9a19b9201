import type { UpdateAudience } from '../choices.js';
import type { ComponentStatus, PublicStatus } from './choices.js';

export const readBy: Readonly<Record<UpdateAudience, string>> = {
  INTERNAL: 'the organization',
  STATUS_PAGE: 'readers of the status page',
  CUSTOMERS: 'customers',
};

export const statusInWords: Readonly<Record<PublicStatus, string>> = {
  INVESTIGATING: 'investigating',
  IDENTIFIED: 'identified',
  MONITORING: 'monitoring',
  RESOLVED: 'resolved',
};

export const componentInWords: Readonly<Record<ComponentStatus, string>> = {
  OPERATIONAL: 'operational',
  DEGRADED_PERFORMANCE: 'degraded performance',
  PARTIAL_OUTAGE: 'partial outage',
  MAJOR_OUTAGE: 'major outage',
  UNDER_MAINTENANCE: 'under maintenance',
};
