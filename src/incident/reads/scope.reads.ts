import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '../../kernel/event.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import type { Scope } from '../domain/scope/scope.js';
import { scopeDiff, type ScopeDiff, type StandingScope } from '../domain/scope/scope-diff.js';
import { diffInWords } from '../domain/scope/scope-diff.wording.js';
import { IncidentReads } from './incident.reads.js';
import type { IncidentView } from '../incident.view.js';
import {
  listScopeRevisions,
  readScopeRevisions,
  type ScopeRevision,
} from '../views/scope-revisions.query.js';

/** A revision of a scope by its number or its event. */
export type RevisionName = { readonly number: number } | { readonly event: string };

/** A diff with the revisions that it lies between. */
export type ScopeDiffView = ScopeDiff & {
  readonly from: StoredEvent | null;
  readonly to: StoredEvent | null;
  readonly sentence: string;
};

/** What is read of scopes as they were. */
@Injectable()
export class ScopeReads {
  constructor(private readonly incidents: IncidentReads) {}

  /** Oldest first. */
  async revisions(
    context: OperationContext,
    incident: string,
    page: Page,
  ): Promise<Connection<StoredEvent>> {
    const kind = `scope ${incident}`;
    const { cursor, cursorPath, backward, limit } = page;
    const [beyond] =
      cursor === undefined ? [] : decodePageCursor(kind, cursor, cursorPath, ['number']);
    const stretch = { beyond, backward, limit: limit + 1 };
    const found = await listScopeRevisions(context.reads, incident, stretch);
    const number = new Map(found.map((revision) => [revision.id, revision.number]));
    const events = await Promise.all(found.map(({ id }) => this.incidents.event(context, id)));
    return connectionFrom(
      events.filter((event) => event !== null),
      page,
      ({ id }) => encodePageCursor(kind, [number.get(id) ?? 0]),
    );
  }

  /** Between two revisions; the last two unless named. Null if there is one of them not. */
  async diff(
    context: OperationContext,
    { id, scopeRevisions }: IncidentView,
    {
      from = { number: scopeRevisions - 1 },
      to = { number: scopeRevisions },
    }: { readonly from?: RevisionName | undefined; readonly to?: RevisionName | undefined },
  ): Promise<ScopeDiffView | null> {
    const found = await readScopeRevisions(context.reads, id, {
      numbers: [from, to].flatMap((name) => ('number' in name ? [name.number] : [])),
      events: [from, to].flatMap((name) => ('event' in name ? [name.event] : [])),
    });
    const [first, second] = [from, to].map((name) => found.find((one) => isCalled(one, name)));
    if (!first || !second) return null;
    const diff = scopeDiff(
      await this.standing(context, first),
      await this.standing(context, second),
    );
    return {
      ...diff,
      from: await this.incidents.event(context, first.id),
      to: await this.incidents.event(context, second.id),
      sentence: diffInWords(diff),
    };
  }

  private async standing(
    context: OperationContext,
    { assessment, impactStartedAt, impactStartSource }: ScopeRevision,
  ): Promise<StandingScope> {
    const event = assessment === null ? null : await this.incidents.event(context, assessment);
    const scope = event && (event.data as Scope);
    return { assessment: scope, impactStartedAt, impactStartSource };
  }
}

const isCalled = (revision: ScopeRevision, name: RevisionName): boolean =>
  'number' in name ? revision.number === name.number : revision.id === name.event;
