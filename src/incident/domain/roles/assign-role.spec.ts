import { describe, expect, it } from '@jest/globals';
import {
  assigned,
  joined,
  lin,
  released,
  scribe,
  takesPart,
} from '../../../../test/support/given-command.js';
import {
  ada,
  byGrace,
  commandTaken,
  declared,
  given,
  grace,
  resolved,
} from '../../../../test/support/given-incident.js';
import type { DeclaredIncident } from '../state.js';
import { assignRole } from './assign-role.js';
import type { AssignRole } from './assign-role.js';

const nobody = { roles: [], mayRespond: true };
const told = { ...nobody, ...takesPart };
const toGrace: AssignRole = { incidentRole: 'SCRIBE', member: grace };
const directedIn = 1;
const expert = { incidentRole: 'SUBJECT_EXPERT', subject: 'PostgreSQL' } as const;
const custom = { incidentRole: 'CUSTOM', subject: 'Night shift' } as const;
const held = (many: number) =>
  given(
    declared,
    ...Array.from({ length: many }, (_, n) => assigned({ ...expert, subject: `Subject ${n}` })),
  );

describe('assignRole', () => {
  it('gives a role, under the term of the commander', () => {
    given(declared, commandTaken).when(assignRole, toGrace, told).then(assigned({ directedIn }));
    given(declared, resolved)
      .when(assignRole, { ...toGrace, remark: 'From the start on' }, told)
      .then(assigned({ remark: 'From the start on' }));
  });

  it('makes a responder of who was none', () => {
    given(declared).when(assignRole, toGrace, nobody).then(assigned(), joined(grace));
    given(declared)
      .when(assignRole, toGrace, { ...nobody, participation: 'OBSERVER' })
      .then(assigned(), joined(grace));
  });

  it('is already true of who has it', () => {
    given(declared, assigned())
      .when(assignRole, toGrace, { ...told, roles: [scribe] })
      .thenNothing();
    given(declared, assigned(expert))
      .when(
        assignRole,
        { ...toGrace, ...expert, subject: ' postgresql ' },
        { ...told, roles: [{ ...scribe, ...expert }] },
      )
      .thenNothing();
  });

  it('takes a role of one from whoever had it, and says so', () => {
    given(declared, assigned())
      .when(assignRole, { ...toGrace, member: lin }, { ...told, roles: [scribe] })
      .then(released({ reassignedTo: lin }), assigned({ member: lin }));
    given(declared, commandTaken, assigned(custom))
      .when(
        assignRole,
        { ...custom, subject: 'NIGHT  shift', member: lin },
        { ...told, roles: [{ ...scribe, ...custom }] },
      )
      .then(
        released({ ...custom, reassignedTo: lin, directedIn }),
        assigned({ ...custom, subject: 'NIGHT shift', member: lin, directedIn }),
      );
  });

  it('leaves other roles and other experts where they are', () => {
    const roles = [scribe, { ...scribe, ...expert }];
    given(declared, assigned(), assigned(expert))
      .when(assignRole, { ...expert, member: lin }, { ...told, roles })
      .then(assigned({ ...expert, member: lin }));
    given(declared, assigned(), assigned(expert))
      .when(assignRole, { incidentRole: 'OPERATIONS_LEAD', member: lin }, { ...told, roles })
      .then(assigned({ incidentRole: 'OPERATIONS_LEAD', member: lin }));
    given(declared, assigned(), assigned(expert))
      .when(assignRole, { ...custom, subject: 'PostgreSQL', member: lin }, { ...told, roles })
      .then(assigned({ ...custom, subject: 'PostgreSQL', member: lin }));
  });

  it('may be given to the commander', () => {
    given(declared, commandTaken)
      .when(assignRole, { ...toGrace, member: ada }, told)
      .then(assigned({ member: ada, directedIn }));
  });

  it('wants a subject of some roles, and none of others', () => {
    for (const incidentRole of ['SUBJECT_EXPERT', 'CUSTOM'] as const)
      given(declared)
        .when(assignRole, { ...toGrace, incidentRole }, told)
        .thenRefused({ code: 'SUBJECT_REQUIRED', path: ['input', 'subject'] });
    for (const incidentRole of ['COMMUNICATIONS_LEAD', 'SCRIBE', 'OPERATIONS_LEAD'] as const)
      given(declared)
        .when(assignRole, { ...toGrace, incidentRole, subject: 'PostgreSQL' }, told)
        .thenRefused({ code: 'SUBJECT_UNWANTED', path: ['input', 'subject'] });
  });

  it('refuses who may not direct, or may not respond, all in one', () => {
    given(declared, commandTaken)
      .when(assignRole, { ...toGrace, subject: 'x' }, { ...told, mayRespond: false, ...byGrace })
      .thenRefused('TERM_REQUIRED', 'SUBJECT_UNWANTED', {
        code: 'NOT_A_RESPONDER',
        path: ['input', 'member'],
      });
    given(declared, commandTaken)
      .when(assignRole, { ...toGrace, term: 2 }, { ...told, roles: [scribe] })
      .thenRefused('STALE_TERM');
  });

  it('refuses the fifty-first role, but not another holder of one of the fifty', () => {
    const full = held(50);
    const roles = [{ ...scribe, incidentRole: 'CUSTOM', subject: 'Night shift' } as const];
    full.when(assignRole, toGrace, told).thenRefused('TOO_MANY_ROLES');
    full
      .when(assignRole, { ...custom, member: lin }, { ...told, roles })
      .then(released({ ...custom, reassignedTo: lin }), assigned({ ...custom, member: lin }));
    held(49).when(assignRole, toGrace, told).then(assigned());
    expect((full.state as DeclaredIncident).heldRoles).toBe(50);
  });

  it('needs an incident', () => {
    given().when(assignRole, toGrace, told).thenRefused('INCIDENT_NOT_FOUND');
  });
});
