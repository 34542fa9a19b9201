import { describe, it } from '@jest/globals';
import { assigned, lin, released, scribe } from '../../../../test/support/given-command.js';
import {
  byGrace,
  byTool,
  commandTaken,
  declared,
  given,
  grace,
} from '../../../../test/support/given-incident.js';
import { releaseRole } from './release-role.js';
import type { ReleaseRole } from './release-role.js';

const roles = [scribe];
const ofGrace: ReleaseRole = { incidentRole: 'SCRIBE', member: grace };
const commanded = given(declared, commandTaken, assigned());

describe('releaseRole', () => {
  it('ends a role, under the term of the commander', () => {
    commanded.when(releaseRole, ofGrace, { roles }).then(released({ directedIn: 1 }));
    commanded
      .when(releaseRole, { ...ofGrace, term: 1, remark: 'Thanks' }, { roles, ...byTool })
      .then(released({ directedIn: 1, remark: 'Thanks' }));
  });

  it('lets the holder step down of their own accord, unless they name another term', () => {
    commanded.when(releaseRole, ofGrace, { roles, ...byGrace }).then(released());
    commanded
      .when(releaseRole, { ...ofGrace, term: 2 }, { roles, ...byGrace })
      .thenRefused('STALE_TERM');
  });

  it('ends the role of that person and subject alone', () => {
    const expert = { incidentRole: 'SUBJECT_EXPERT', subject: 'PostgreSQL' } as const;
    const experts = [
      { ...scribe, ...expert, member: lin },
      { ...scribe, ...expert, subject: 'Kafka' },
      { ...scribe, ...expert },
    ];
    commanded
      .when(releaseRole, { ...expert, subject: 'POSTGRESQL', member: grace }, { roles: experts })
      .then(released({ ...expert, directedIn: 1 }));
  });

  it('is already true of who does not have it', () => {
    commanded.when(releaseRole, { ...ofGrace, member: lin }, { roles }).thenNothing();
    const lead = { ...ofGrace, incidentRole: 'CUSTOM', subject: 'Night shift' } as const;
    commanded.when(releaseRole, lead, { roles }).thenNothing();
  });

  it('refuses to guess which role is meant', () => {
    const expert = { ...scribe, incidentRole: 'SUBJECT_EXPERT', subject: 'Kafka' } as const;
    for (const by of [{}, byGrace])
      commanded
        .when(
          releaseRole,
          { incidentRole: 'SUBJECT_EXPERT', member: grace },
          { roles: [expert], ...by },
        )
        .thenRefused({ code: 'SUBJECT_REQUIRED', path: ['input', 'subject'] });
    commanded
      .when(releaseRole, { ...ofGrace, subject: 'Kafka' }, { roles })
      .thenRefused({ code: 'SUBJECT_UNWANTED', path: ['input', 'subject'] });
  });

  it('refuses others without the term', () => {
    commanded
      .when(releaseRole, { ...ofGrace, member: lin }, { roles, ...byGrace })
      .thenRefused('TERM_REQUIRED');
  });

  it('needs an incident', () => {
    given().when(releaseRole, ofGrace, { roles }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
