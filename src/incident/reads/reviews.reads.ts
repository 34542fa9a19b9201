import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DirectoryService } from '../../organization/directory.service.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { perOperation, rowLoader } from '../../platform/graphql/per-operation.js';
import type { IncidentView } from '../incident.view.js';
import * as findings from '../views/findings.query.js';
import type { FindingFilter, FindingView } from '../views/findings.query.js';
import * as reviews from '../views/reviews.query.js';
import type { ByReview, EditionView, ReviewView } from '../views/reviews.query.js';
import type { Stretch } from '../views/stretch.js';
import { IncidentReads } from './incident.reads.js';

/** Reviews with their editions, and findings: as they stand, also after a command of the same operation. */
@Injectable()
export class ReviewsReads implements OnModuleInit {
  private readonly loaders = perOperation(({ reads }) => ({
    reviews: rowLoader((ids) => reviews.readReviews(reads, ids), incidentOf),
    latest: rowLoader((ids) => reviews.readLatestEditions(reads, ids), incidentOf),
    findings: rowLoader(
      (ids) => findings.readFindings(reads, ids),
      ({ id }) => id,
    ),
  }));

  constructor(
    private readonly incidents: IncidentReads,
    private readonly directory: DirectoryService,
    private readonly nodes: NodeLoaders,
  ) {}

  onModuleInit(): void {
    this.directory.register('fnd', findings.readFindingNames);
    this.nodes.register('fnd', {
      typeOf: () => 'Finding',
      load: async (ids, { reads }) =>
        new Map((await findings.readFindings(reads, ids)).map((one) => [one.id, one])),
    });
  }

  of(context: OperationContext, incident: string): Promise<ReviewView | null> {
    return this.loaders(context).reviews.load(incident);
  }

  latestEdition(context: OperationContext, incident: string): Promise<EditionView | null> {
    return this.loaders(context).latest.load(incident);
  }

  finding(context: OperationContext, id: string): Promise<FindingView | null> {
    return this.loaders(context).findings.load(id);
  }

  /** Newest first. */
  async editions(
    { reads }: OperationContext,
    incident: string,
    page: Page,
  ): Promise<Connection<EditionView>> {
    const kind = `editions ${incident}`;
    const rows = await reviews.readEditions(reads, incident, stretchOf(kind, page));
    return connectionFrom(rows, page, ({ edition }) => encodePageCursor(kind, [edition]));
  }

  /** Oldest first. */
  async findings(
    { reads }: OperationContext,
    incident: string,
    where: FindingFilter,
    page: Page,
  ): Promise<Connection<FindingView>> {
    const kind = `findings ${incident}`;
    const rows = await findings.readFindingsOf(reads, incident, where, stretchOf(kind, page));
    return connectionFrom(rows, page, ({ nth }) => encodePageCursor(kind, [nth]));
  }

  /** Newest first. */
  async incidentsBy(
    context: OperationContext,
    where: ByReview,
    page: Page,
  ): Promise<Connection<IncidentView>> {
    const kind = 'incidents by review';
    const stretch = stretchOf(kind, page);
    const rows = await reviews.readIncidentsByReview(context.reads, where, stretch);
    const views = await Promise.all(rows.map(({ id }) => this.incidents.byId(context, id)));
    const found = views.filter((view) => view !== null);
    return connectionFrom(found, page, ({ number }) => encodePageCursor(kind, [number]));
  }
}

const incidentOf = ({ incident }: { readonly incident: string }): string => incident;

const stretchOf = (
  kind: string,
  { cursor, cursorPath, backward, limit }: Page,
): Stretch<number> => ({
  beyond:
    cursor === undefined ? undefined : decodePageCursor(kind, cursor, cursorPath, ['number'])[0],
  backward,
  limit: limit + 1,
});
