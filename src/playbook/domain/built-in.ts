import type { BySeverity, Playbook } from './playbook.js';

const always = <T>(value: T): BySeverity<T> => ({
  ...{ SEV1: value, SEV2: value, SEV3: value, SEV4: value, SEV5: value },
});
const public30then60 = { ...always(60), SEV1: 30, SEV2: 30 };

/** The obvious things first, in the order in which they most often turn out to be it. */
export const builtIn: Playbook = {
  name: 'first-thirty-minutes',
  version: 1,
  checks: [
    {
      check: 'recent-deployment',
      title: 'Recent deployment or change',
      lookAt: [
        {
          title: 'Deploys',
          text: 'List what went live in the two hours before it began. Bad: a release of a failing service, or of one that it calls, minutes before. Roll back first, understand later.',
        },
        {
          title: 'Configuration and secrets',
          text: 'Look for changed settings, limits, routes and rotated credentials. Bad: a change just before the first error, however small it looks.',
        },
        {
          title: 'Feature flags',
          text: 'Look for flags switched or ramped up around the start. Bad: the errors come only from users who have the flag.',
        },
        {
          title: 'Migrations and jobs',
          text: 'Look for schema migrations, backfills, cron jobs and infrastructure changes. Bad: one that began when it began, or that still runs and holds locks.',
        },
      ],
    },
    {
      check: 'database',
      title: 'Database',
      lookAt: [
        {
          title: 'Connection errors',
          text: 'Count open connections against the limit and search the logs for refused or timed-out ones. Bad: at the limit, or many sessions waiting for a lock.',
        },
        {
          title: 'Replication lag',
          text: 'Read the lag of every replica. Bad: it grows, or it is more than a few seconds while the application reads from replicas.',
        },
        {
          title: 'Disk space',
          text: 'Read the free space on data and log volumes. Bad: less than a tenth free, falling fast, or the database has gone read-only.',
        },
      ],
    },
    {
      check: 'memory-and-cpu',
      title: 'Memory and CPU',
      lookAt: [
        {
          title: 'Load',
          text: 'Compare CPU and load with the same hour yesterday, machine by machine. Bad: above nine tenths for minutes, or one machine far from the others.',
        },
        {
          title: 'Processes killed for memory',
          text: 'Look for restarts, exit code 137 and "Out of memory" in the kernel log. Bad: any since it began, or memory that only ever rises.',
        },
      ],
    },
    {
      check: 'external-dependencies',
      title: 'External dependencies',
      lookAt: [
        {
          title: 'Payment',
          text: 'Read the status page of the provider, and your own rate of errors and time-outs on its calls. Bad: your calls fail, whatever its status page says.',
        },
        {
          title: 'E-mail',
          text: 'Look at the queue of outgoing mail and at bounces; sign-in codes and password resets go this way. Bad: the queue grows and nothing leaves.',
        },
        {
          title: 'CDN',
          text: 'Ask for the same page through the CDN and straight from the origin. Bad: only one of the two fails, or the share of cache hits has dropped.',
        },
      ],
    },
    {
      check: 'ssl-and-dns',
      title: 'SSL and DNS',
      lookAt: [
        {
          title: 'Certificate',
          text: 'Open a TLS connection to each public host and to internal ones. Bad: expired, not yet valid, for another name, or an incomplete chain.',
        },
        {
          title: 'Records',
          text: 'Resolve the public names at two resolvers outside your network. Bad: no answer, an old address, answers that differ, or a domain about to expire.',
        },
      ],
    },
  ],
  guardrails: {
    NO_COMMANDER: always('NOTE'),
    SCOPE_BEFORE_TOUCH: always('NOTE'),
    CHECK_OUT_OF_ORDER: always('NOTE'),
    CONTAIN_BEFORE_FIX: always('NOTE'),
    CONFLICTING_ACTION: always('REASON'),
    NOT_DIRECTED: always('NOTE'),
    ALREADY_TRIED: always('NOTE'),
    RESOLVE_WITHOUT_CONTAINMENT: always('NOTE'),
    TWO_HATS: always('NOTE'),
  },
  clocks: {
    NO_COMMANDER: always(5),
    NO_SCOPE: always(10),
    NO_CHECK_STARTED: always(10),
    UPDATE_PROMISED: always(0),
    STALLED: always(30),
    CALL_FOR_HELP: always(60),
    LEASE_EXPIRING: always(3),
    OFFER_EXPIRING: always(2),
    FOLLOW_UP_OVERDUE: always(0),
  },
  silence: { INTERNAL: always(30), STATUS_PAGE: public30then60, CUSTOMERS: public30then60 },
};
