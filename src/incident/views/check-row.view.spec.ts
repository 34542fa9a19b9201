import { describe, expect, it } from '@jest/globals';
import {
  checkAdded,
  checkCompleted,
  checkRevised,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
  shownBy,
} from '../../../test/support/given-checks.js';
import {
  ada,
  byGrace,
  commandTaken,
  declared,
  given,
  grace,
  incidentId,
} from '../../../test/support/given-incident.js';
import { happened } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { checkRows } from './check-row.view.js';

const undeclared = { status: 'undeclared' } as const;
const rowsOf = (event: IncidentEvent) =>
  checkRows([happened({ ...event, ...byGrace }, 2)], incidentId, undeclared);
const lookAt = [{ title: 'Disk space', text: 'Bad: less than a tenth is free' }];
const at = '2019-07-02T13:41:00.000000Z';
const database = { table: 'checks', id: `${incidentId} database` };

describe('the row of a check', () => {
  it('is written for each check of the playbook when the incident is declared', () => {
    const columns = { incident: incidentId, status: 'PENDING' };
    expect(checkRows([happened(declaredWithChecks, 1)], incidentId, undeclared)).toMatchObject([
      { id: `${incidentId} deploys`, columns: { ...columns, check_key: 'deploys', look_at: [] } },
      { ...database, columns: { ...columns, title: 'Database', look_at: lookAt } },
    ]);
    expect(checkRows([happened(declared, 1)], incidentId, undeclared)).toEqual([]);
  });

  it('is written for one that is added', () => {
    expect(rowsOf(checkAdded())).toEqual([
      {
        table: 'checks',
        id: `${incidentId} queue`,
        columns: {
          incident: incidentId,
          check_key: 'queue',
          title: 'Queues',
          look_at: lookAt,
          status: 'PENDING',
          summary: null,
          reason: null,
          evidence: [],
          dropped: false,
        },
      },
    ]);
  });

  it('says who started it, and forgets that it was skipped', () => {
    expect(checkRows([happened(checkStarted(), 2)], incidentId, undeclared)).toEqual([
      {
        ...database,
        columns: {
          status: 'STARTED',
          started_by: ada,
          started_at: at,
          ended_by: null,
          ended_at: null,
          reason: null,
        },
      },
    ]);
  });

  it.each<[IncidentEvent, object]>([
    [
      checkCompleted({ verdict: 'SUSPECT', summary: 'Some lag', evidence: [shownBy] }),
      { status: 'SUSPECT', summary: 'Some lag', reason: null, evidence: [shownBy] },
    ],
    [checkCompleted(), { status: 'CLEAR', summary: null, reason: null, evidence: [] }],
    [checkRevised(), { status: 'CAUSE', reason: 'The disk is full', evidence: [] }],
    [checkSkipped(), { status: 'SKIPPED', reason: 'We have none' }],
  ])('says how it ended, and by whom: %#', (event, columns) => {
    expect(rowsOf(event)).toEqual([
      { ...database, columns: { ...columns, ended_by: grace, ended_at: at } },
    ]);
  });

  it('follows to another playbook, unless somebody has begun it', () => {
    const { state } = given(declaredWithChecks, checkStarted());
    const check = (key: string) => ({ check: key, title: 'New', lookAt: [] });
    const moved: IncidentEvent = {
      type: 'MovedToPlaybook',
      data: {
        ...{ formerPlaybook: 'first-thirty-minutes@1', playbook: 'shop@1', dropped: ['deploys'] },
        checks: [check('database'), check('dns')],
      },
    };
    expect(checkRows([happened(moved, 3)], incidentId, state)).toMatchObject([
      { id: `${incidentId} dns`, columns: { status: 'PENDING', title: 'New', dropped: false } },
      { id: `${incidentId} deploys`, columns: { dropped: true } },
    ]);
  });

  it('is left alone by everything else', () => {
    expect(rowsOf(commandTaken)).toEqual([]);
  });
});
