import { choice } from '../../kernel/field.js';
import type { ValueOf } from '../../kernel/field.js';

export const changeKind = choice('ChangeKind', 'What sort of change it is', {
  DEPLOY: 'A new version of a service was rolled out',
  CONFIG: 'Settings were changed',
  FLAG: 'A feature flag was switched, or its rules were changed',
  INFRASTRUCTURE: 'Machines, networks or managed services were changed',
  MIGRATION: 'Data or its schema was changed',
});
export type ChangeKind = ValueOf<typeof changeKind>;

export const changeStatus = choice('ChangeStatus', 'How a change ended', {
  SUCCEEDED: 'It went through',
  FAILED: 'It did not go through, or only in part',
  ROLLED_BACK: 'It was taken back',
});
export type ChangeStatus = ValueOf<typeof changeStatus>;
