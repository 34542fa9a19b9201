import { Injectable } from '@nestjs/common';
import type { OperationContext } from '../../platform/graphql/context.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import { nextCheck } from '../domain/checks/state.js';
import type { IncidentView } from '../incident.view.js';
import { readChecks, type CheckView } from '../views/checks.query.js';

type Incident = Pick<IncidentView, 'id' | 'checks'>;

/** What is read of checks: one query per operation, and one more after each command in it. */
@Injectable()
export class ChecksReads {
  private readonly checksOf = perOperation(({ reads }) =>
    listLoader(
      (incidents) => readChecks(reads, incidents),
      ({ incident }) => incident,
    ),
  );

  async ofIncident(context: OperationContext, { id, checks }: Incident): Promise<CheckView[]> {
    const known = await this.checksOf(context).load(id);
    return checks.flatMap(({ check }) => known.find((one) => one.check === check) ?? []);
  }

  async one(context: OperationContext, { id }: Incident, check: string): Promise<CheckView | null> {
    const known = await this.checksOf(context).load(id);
    return known.find((one) => one.check === check) ?? null;
  }

  /** The first in order that nobody has completed or skipped. */
  async next(context: OperationContext, incident: Incident): Promise<CheckView | null> {
    const next = nextCheck(incident);
    return next ? this.one(context, incident, next.check) : null;
  }
}
