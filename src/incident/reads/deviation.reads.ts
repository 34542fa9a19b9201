import { Injectable } from '@nestjs/common';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { guardrail, type Guardrail } from '../domain/choices.js';
import {
  countDeviations,
  listDeviations,
  listDeviationsIn,
  type DeviationFilter,
  type DeviationView,
  type GuardrailCount,
} from '../views/deviations.query.js';

const all = Object.keys(guardrail.values) as Guardrail[];

/** What is read of guardrails that commands have met, in the incidents that the viewer sees. */
@Injectable()
export class DeviationReads {
  /** In the order in which they were recorded. */
  async ofIncident(
    { reads }: OperationContext,
    incident: string,
    page: Page,
  ): Promise<Connection<DeviationView>> {
    const kind = `deviations ${incident}`;
    const { cursor, cursorPath, backward, limit } = page;
    const [beyond] =
      cursor === undefined ? [] : decodePageCursor(kind, cursor, cursorPath, ['number']);
    const rows = await listDeviationsIn(reads, incident, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ nth }) => encodePageCursor(kind, [nth]));
  }

  /** Newest first. */
  async list(
    { reads }: OperationContext,
    where: DeviationFilter,
    page: Page,
  ): Promise<Connection<DeviationView>> {
    const { cursor, cursorPath, backward, limit } = page;
    const beyond =
      cursor === undefined
        ? undefined
        : decodePageCursor('deviations', cursor, cursorPath, ['string', 'string']);
    const rows = await listDeviations(reads, where, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ at, id }) => encodePageCursor('deviations', [at, id]));
  }

  /** Of each guardrail that is asked for, those that nothing has met too. */
  async counts(
    { reads }: OperationContext,
    where: DeviationFilter,
  ): Promise<readonly GuardrailCount[]> {
    const found = await countDeviations(reads, where);
    return all
      .filter((one) => where.guardrails?.includes(one) ?? true)
      .map((one) => found.find((count) => count.guardrail === one) ?? { guardrail: one, ...none });
  }
}

const none = { noted: 0, blocked: 0, overridden: 0, incidents: 0 };
