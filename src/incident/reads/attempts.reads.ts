import { Injectable } from '@nestjs/common';
import { lineage, overlap } from '../../kernel/target.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { TargetsService } from '../../organization/targets.service.js';
import { happenedModes, type Mode } from '../domain/choices.js';
import { earlierAttempts } from './earlier-attempts.js';
import { readActions, type ActionView } from '../views/actions.query.js';
import { readingTime } from './reading-time.js';
import { readAttempts, readEnded, readSimilar } from '../views/attempts.query.js';

/** What somebody wants to know whether it was tried. */
export type Question = {
  readonly target: string;
  readonly kind?: string | null | undefined;
  readonly text?: string | null | undefined;
  /** Of incidents in these; in what has happened unless given. */
  readonly modes?: readonly Mode[] | null | undefined;
  readonly first: number;
};

export type Attempt = {
  readonly action: ActionView;
  /** From 0 to 1. */
  readonly score: number;
  readonly why: 'SAME_TARGET' | 'PARENT_OR_CHILD' | 'SIMILAR_TEXT';
};

/** What was tried before, in the incidents that the viewer sees. */
@Injectable()
export class AttemptReads {
  constructor(private readonly targets: TargetsService) {}

  /** What was done to the target; then around it; then what has words like the text or target. */
  async alreadyTried(
    { reads }: OperationContext,
    { target: given, kind, text, modes, first }: Question,
  ): Promise<readonly Attempt[]> {
    const { target } = await this.targets.resolve(reads, given, 'target');
    const wanted = { kind: kind ?? undefined, modes: modes ?? happenedModes, limit: first };
    const names = await this.targets.pastNamesOf(reads, target);
    const near = await readAttempts(reads, names, wanted);
    const nearby = near.map((action) => ({ action, ...nearness(action.target, names.same) }));
    if (nearby.length === first) return nearby;
    const known = new Set(near.map(({ id }) => id));
    const similar = await similarTo(reads, text ?? target, {
      ...wanted,
      limit: first + known.size,
    });
    return [...nearby, ...similar.filter(({ action }) => !known.has(action.id))].slice(0, first);
  }

  /** The notice that the same was done to the target of an action before, and ended. */
  async earlier(context: OperationContext, action: string) {
    const { reads } = context;
    const [known] = await readActions(reads, [action]);
    if (!known) return [];
    const ended = await readEnded(
      reads,
      known,
      await this.targets.pastNamesOf(reads, known.target),
    );
    return ended.total === 0 ? [] : earlierAttempts(ended, await readingTime(context));
  }
}

const similarTo = async (
  reads: ReadSession,
  text: string,
  wanted: { readonly modes: readonly Mode[]; readonly limit: number },
): Promise<readonly Attempt[]> => {
  const found = await readSimilar(reads, text, wanted);
  const actions = await readActions(
    reads,
    found.map(({ id }) => id),
  );
  const byId = new Map(actions.map((action) => [action.id, action]));
  return found.flatMap(({ id, score }) => {
    const action = byId.get(id);
    return action ? [{ action, score, why: 'SIMILAR_TEXT' as const }] : [];
  });
};

/** The part of the longer target that the shorter one is; names are compared with what is near. */
const nearness = (one: string, names: readonly string[]): Pick<Attempt, 'score' | 'why'> => {
  if (names.includes(one)) return { score: 1, why: 'SAME_TARGET' };
  const other = names.find((name) => overlap(name, one)) ?? names[0] ?? one;
  const [short = 1, long = 1] = [lineage(one).length, lineage(other).length].sort((a, b) => a - b);
  return { score: Math.min(short / long, mostOfAnother), why: 'PARENT_OR_CHILD' };
};

/** Another name of a part may be as long as that of the whole. */
const mostOfAnother = 0.9;
