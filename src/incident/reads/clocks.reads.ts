import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Instant } from '../../kernel/instant.js';
import { readDue } from '../../ledger/due-queries.js';
import { readRecordedAt } from '../../ledger/event-queries.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { perOperation } from '../../platform/graphql/per-operation.js';
import { PlaybookService } from '../../playbook/playbook.service.js';
import { clockName, countsFrom } from '../domain/clocks/clock.js';
import type { ClockState } from '../domain/clocks/choices.js';
import { runningClocks, type Running } from '../domain/clocks/running.js';
import type { Nudge } from '../domain/choices.js';
import { stateOf, type IncidentView } from '../incident.view.js';
import {
  listNudges,
  readStandingNudges,
  type NudgeFilter,
  type NudgeView,
} from '../views/nudges.query.js';
import { nudgesOfThings, readThings } from './things.js';

/** A clock that runs, as it is shown. */
export type ClockView = {
  readonly nudge: Nudge;
  readonly about: string | null;
  readonly state: ClockState;
  readonly since: Instant | null;
  readonly dueAt: Instant | null;
  readonly snoozedUntil: Instant | null;
  readonly raisedAt: Instant | null;
  readonly causedBy: string;
};

/** What is told of clocks beside the heads, of several incidents at once. */
type Told = {
  readonly dueAt: ReadonlyMap<string, Instant>;
  readonly standing: ReadonlyMap<string, NudgeView>;
  readonly recordedAt: ReadonlyMap<string, Instant>;
};

/** The clocks of incidents, and the reminders over all of them. */
@Injectable()
export class ClocksReads {
  private readonly clocksOf = perOperation(
    (context) =>
      new DataLoader((views: readonly IncidentView[]) => this.load(context, views), {
        cache: false,
      }),
  );

  constructor(private readonly playbooks: PlaybookService) {}

  /** Those that were raised first, then those that come next. */
  of(context: OperationContext, incident: IncidentView): Promise<readonly ClockView[]> {
    return this.clocksOf(context).load(incident);
  }

  /** Those whose clock was started last come first. */
  async list(
    { reads }: OperationContext,
    where: NudgeFilter,
    page: Page,
  ): Promise<Connection<NudgeView>> {
    const { cursor, cursorPath, backward, limit } = page;
    const beyond =
      cursor === undefined
        ? undefined
        : decodePageCursor('nudges', cursor, cursorPath, ['string', 'string']);
    const rows = await listNudges(reads, where, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ causedBy, id }) =>
      encodePageCursor('nudges', [causedBy, id]),
    );
  }

  private async load(
    { reads, viewer }: OperationContext,
    incidents: readonly IncidentView[],
  ): Promise<(readonly ClockView[])[]> {
    const ids = incidents.map(({ id }) => id);
    const due = await readDue(reads, 'nudge', ids);
    const standing = Map.groupBy(await readStandingNudges(reads, ids), ({ incident }) => incident);
    const things = Map.groupBy(await readThings(reads, ids), ({ incident }) => incident);
    const running = await Promise.all(
      incidents.map(async (view) => {
        const playbook = await this.playbooks.running(viewer.organization, view.playbook);
        return runningClocks(stateOf(view), playbook, {
          things: things.get(view.id) ?? [],
          thingNudges: nudgesOfThings(standing.get(view.id) ?? []),
        });
      }),
    );
    const causes = running.flat().map(({ clock }) => countsFrom(clock.since));
    const recordedAt = await readRecordedAt(reads, [...new Set(causes)]);
    return incidents.map(({ id }, index) => {
      const dueAt = new Map(
        due.filter(({ streamId }) => streamId === id).map(({ subject, at }) => [subject, at]),
      );
      const raised = new Map(
        standing.get(id)?.map((one) => [clockName({ ...one, about: one.about ?? undefined }), one]),
      );
      return shown(running[index] ?? [], { dueAt, standing: raised, recordedAt });
    });
  }
}

const shown = (running: readonly Running[], told: Told): readonly ClockView[] =>
  running
    .map((one) => viewOf(one, told))
    .toSorted((one, other) => compare(one.dueAt ?? '', other.dueAt ?? ''));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const viewOf = (running: Running, { dueAt, standing, recordedAt }: Told): ClockView => {
  const { clock, nudge } = running;
  const name = clockName(clock);
  const state = stateIn(running);
  return {
    nudge: clock.nudge,
    about: clock.about ?? null,
    state,
    since: recordedAt.get(countsFrom(clock.since)) ?? null,
    dueAt: state === 'RAISED' ? null : (dueAt.get(name) ?? null),
    snoozedUntil: nudge?.until ?? null,
    raisedAt: (nudge && standing.get(name)?.raisedAt) ?? null,
    causedBy: clock.since.by,
  };
};

const stateIn = ({ nudge }: Running): ClockState => {
  if (nudge === undefined) return 'WAITING';
  return nudge.until === null ? 'RAISED' : 'SNOOZED';
};
