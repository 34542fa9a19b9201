import type { Instant } from '../../kernel/instant.js';
import type { ActionIntent, ActionKind, ActionOutcome, Mode, UpdateAudience } from './choices.js';

/** A text as part of a one-line sentence: white space folded, a long end cut off. */
export const excerpt = (text: string, atMost = 160): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const beginning = Array.from(line).slice(0, atMost).join('');
  return beginning === line ? line : `${beginning.trimEnd()}…`;
};

/** `: text`, or nothing. */
export const afterColon = (text: string | undefined): string =>
  text === undefined ? '' : `: ${excerpt(text)}`;

/** The first few of many names. */
export const enumerated = (names: readonly string[], atMost = 5): string =>
  names.length <= atMost
    ? names.join(', ')
    : `${names.slice(0, atMost).join(', ')} and ${names.length - atMost} more`;

/** To the minute: `2019-07-02 13:40 UTC`. */
export const minute = (instant: Instant): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

export const declaredAs: Readonly<Record<Mode, string>> = {
  REAL: '',
  DRILL: ' as a drill',
  RETROSPECTIVE: ' in retrospect',
};

export const workOn: Readonly<Record<ActionKind, string>> = {
  ROLLBACK: 'a rollback of',
  FEATURE_DISABLE: 'disabling',
  REROUTE: 'a reroute around',
  MAINTENANCE_PAGE: 'a maintenance page for',
  RESTART: 'a restart of',
  SCALE: 'scaling',
  FAILOVER: 'a failover of',
  CONFIG_CHANGE: 'a configuration change of',
  DEPLOY: 'a deploy of',
  QUERY: 'a query on',
  OTHER: 'work on',
};

export const inOrderTo: Readonly<Record<ActionIntent, string>> = {
  CONTAIN: 'to contain',
  FIX: 'to fix',
  DIAGNOSE: 'to diagnose',
};

export const result: Readonly<Record<ActionOutcome, string>> = {
  WORKED: 'it worked',
  NO_EFFECT: 'no effect',
  MADE_WORSE: 'it made things worse',
  ABANDONED: 'abandoned',
};

export const updateFor: Readonly<Record<UpdateAudience, string>> = {
  INTERNAL: 'published an internal update',
  STATUS_PAGE: 'published an update on the status page',
  CUSTOMERS: 'published an update to customers',
};
