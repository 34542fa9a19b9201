import { Injectable, type OnModuleInit } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { StoredEvent } from '../../kernel/event.js';
import { DirectoryService } from '../../organization/directory.service.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { excerpt } from '../domain/wording.js';
import { IncidentReads } from './incident.reads.js';
import * as queries from '../views/hypotheses.query.js';
import type { HypothesisView } from '../views/hypotheses.query.js';

type Loaders = {
  readonly ofIncidents: DataLoader<string, readonly HypothesisView[]>;
  readonly steps: DataLoader<string, readonly string[]>;
};

/** What is read of hypotheses, one query per kind of thing and operation; makes them known by id. */
@Injectable()
export class HypothesesReads implements OnModuleInit {
  private readonly loaders = new WeakMap<OperationContext, Loaders>();

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
    return this.of(context).ofIncidents.load(incident);
  }

  /** As it stands after a command of the same operation. */
  async now({ reads }: OperationContext, id: string): Promise<HypothesisView | null> {
    const [found] = await queries.readHypotheses(reads, [id]);
    return found ?? null;
  }

  /** The latest events about a hypothesis, oldest first. */
  async steps(context: OperationContext, hypothesis: string): Promise<StoredEvent[]> {
    const ids = await this.of(context).steps.load(hypothesis);
    const events = await Promise.all(ids.map((id) => this.incidents.event(context, id)));
    return events.filter((event) => event !== null);
  }

  /** Nothing is kept: a later mutation of the operation may have changed it. */
  private of(context: OperationContext): Loaders {
    const known = this.loaders.get(context);
    if (known) return known;
    const { reads } = context;
    const loaders: Loaders = {
      ofIncidents: new DataLoader((ids) => loadOf(reads, ids), { cache: false }),
      steps: new DataLoader((ids) => loadSteps(reads, ids), { cache: false }),
    };
    this.loaders.set(context, loaders);
    return loaders;
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

const loadOf = async (reads: ReadSession, incidents: readonly string[]) => {
  const found = await queries.readHypothesesOf(reads, incidents);
  const grouped = Map.groupBy(found, ({ incident }) => incident);
  return incidents.map((incident) => grouped.get(incident) ?? []);
};

const loadSteps = async (reads: ReadSession, hypotheses: readonly string[]) => {
  const found = await queries.readHypothesisSteps(reads, hypotheses);
  const grouped = Map.groupBy(found, ({ hypothesis }) => hypothesis);
  return hypotheses.map((one) => (grouped.get(one) ?? []).map(({ id }) => id));
};
