import { accept, refuse } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import type { UpdateAudience } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import { timeIn } from '../mode.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import { publicAudiences } from './choices.js';
import type { PublicStatus } from './choices.js';
import type { PublishedComponent } from './events.js';
import { promiseRefusals } from './promise-update.js';
import { componentRepeated, publicAudienceRequired } from './refusals.js';

export type PublishUpdate = {
  readonly audience: UpdateAudience;
  readonly text: string;
  readonly status?: PublicStatus | undefined;
  readonly components?: readonly PublishedComponent[] | undefined;
  /** Promises the next update beside this one. */
  readonly nextUpdateAt?: Instant | undefined;
};

/** Open in every phase: there may be more to say after the response is over. */
export const publishUpdate: IncidentRule<PublishUpdate> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { audience, text, status, components, nextUpdateAt } = command;
  const refusals = [
    ...notPublic(command),
    ...repeated(components ?? []),
    ...(nextUpdateAt === undefined
      ? []
      : promiseRefusals(nextUpdateAt, 'nextUpdateAt', incident, timeIn(incident, facts))),
  ];
  if (refusals.length > 0) return refuse(...refusals);
  return accept<IncidentEvent>(
    { type: 'UpdatePublished', data: { audience, text, status, components } },
    ...promised(audience, nextUpdateAt),
  );
};

const notPublic = ({ audience, status, components = [] }: PublishUpdate): IncidentRefusal[] =>
  publicAudiences.includes(audience)
    ? []
    : [
        ...(status === undefined ? [] : [publicAudienceRequired('status')]),
        ...(components.length === 0 ? [] : [publicAudienceRequired('components')]),
      ];

const repeated = (components: readonly PublishedComponent[]): IncidentRefusal[] => {
  const names = components.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [componentRepeated(name, index)] : [],
  );
};

const promised = (audience: UpdateAudience, at: Instant | undefined): IncidentEvent[] =>
  at === undefined ? [] : [{ type: 'NextUpdatePromised', data: { audience, promisedFor: at } }];
