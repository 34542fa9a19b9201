import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StoredEvent } from '../../kernel/event.js';
import { DirectoryService } from '../../organization/directory.service.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import { excerpt } from '../domain/wording.js';
import { IncidentReads } from './incident.reads.js';
import * as queries from '../views/hypotheses.query.js';
import type { HypothesisView } from '../views/hypotheses.query.js';

/** What is read of hypotheses, one query per kind of thing and operation; makes them known by id. */
@Injectable()
export class HypothesesReads implements OnModuleInit {
  private readonly ofIncidents = perOperation(({ reads }) =>
    listLoader(
      (incidents) => queries.readHypothesesOf(reads, incidents),
      ({ incident }) => incident,
    ),
  );
  private readonly stepsOf = perOperation(({ reads }) =>
    listLoader(
      (hypotheses) => queries.readHypothesisSteps(reads, hypotheses),
      ({ hypothesis }) => hypothesis,
    ),
  );

  constructor(
    private readonly incidents: IncidentReads,
    private readonly directory: DirectoryService,
    private readonly nodes: NodeLoaders,
  ) {}

  onModuleInit(): void {
    this.directory.register('hyp', readNames);
    this.nodes.register('hyp', {
      typeOf: () => 'Hypothesis',
      load: async (ids, { reads }) =>
        new Map((await queries.readHypotheses(reads, ids)).map((one) => [one.id, one])),
    });
  }

  ofIncident(context: OperationContext, incident: string): Promise<readonly HypothesisView[]> {
    return this.ofIncidents(context).load(incident);
  }

  /** As it stands after a command of the same operation. */
  async now({ reads }: OperationContext, id: string): Promise<HypothesisView | null> {
    const [found] = await queries.readHypotheses(reads, [id]);
    return found ?? null;
  }

  /** The latest events about a hypothesis, oldest first. */
  async steps(context: OperationContext, hypothesis: string): Promise<StoredEvent[]> {
    const steps = await this.stepsOf(context).load(hypothesis);
    const events = await Promise.all(steps.map(({ id }) => this.incidents.event(context, id)));
    return events.filter((event) => event !== null);
  }
}

/** What people call a hypothesis: its statement in quotes, a long end cut off. */
const readNames = async (reads: ReadSession, ids: readonly string[]) =>
  new Map(
    (await queries.readHypotheses(reads, ids)).map(({ id, statement }) => [
      id,
      `"${excerpt(statement, 100)}"`,
    ]),
  );
