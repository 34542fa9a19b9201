import { Injectable } from '@nestjs/common';
import {
  aliasOf,
  lineage,
  namesBy,
  nearestTarget,
  parseTarget,
  unaliased,
  type TargetAlias,
  type TargetNames,
} from '../kernel/target.js';
import type { ReadSession } from '../platform/database/read-session.js';
import { badUserInput } from '../platform/graphql/errors.js';
import { aliasesAround, aliasesFor, aliasesNamed, listAliases } from './views/aliases.query.js';
import { listServices, serviceAt, type ServiceView } from './views/services.query.js';
import type { Stretch } from './views/stretch.js';

/** The type of `ServiceView` in the schema, for features that show the service of a target. */
export { Service } from './graphql/service.type.js';
/** The refusal that an open action stands behind, for the feature that shows actions. */
export { TargetInUse } from './graphql/refusals.js';

/** A target by its one name. */
export type ResolvedTarget = {
  readonly target: string;
  /** As it was asked for, in lower case and without outer space. */
  readonly given: string;
  /** The alias that was replaced, if one was. */
  readonly alias: TargetAlias | null;
};

/** What the organization calls the things that actions work on. */
@Injectable()
export class TargetsService {
  /** The aliases that may apply to a target, however it is written: none if it is no target. */
  async aliasesFor(reads: ReadSession, given: string): Promise<readonly TargetAlias[]> {
    const target = parseTarget(given);
    return target === undefined ? [] : aliasesNamed(reads, lineage(target));
  }

  /** Throws BAD_USER_INPUT for what names no target; `argument` is where it was given. */
  async resolve(reads: ReadSession, text: string, argument: string): Promise<ResolvedTarget> {
    const given = parseTarget(text);
    const aliases = await this.aliasesFor(reads, text);
    const target = parseTarget(unaliased(given ?? '', aliases));
    if (given === undefined || target === undefined) {
      const nearest = nearestTarget(text);
      const message = nearest === undefined ? 'is no target' : `is no target, as ${nearest} is`;
      throw badUserInput([{ path: [argument], message }]);
    }
    return { target, given, alias: aliasOf(given, aliases) ?? null };
  }

  async aliasNamed(reads: ReadSession, given: string): Promise<TargetAlias | null> {
    const [found] = await aliasesNamed(reads, [parseTarget(given) ?? '']);
    return found ?? null;
  }

  /** The names that stand for a target. */
  async namesOf(reads: ReadSession, target: string): Promise<readonly string[]> {
    return (await aliasesFor(reads, target)).map(({ alias }) => alias);
  }

  /** By which to look for its past: what was done before an alias was made is under that name. */
  async pastNamesOf(reads: ReadSession, target: string): Promise<TargetNames> {
    return namesBy(target, await aliasesAround(reads, target));
  }

  /** The service that the target is, or is a part of. */
  async serviceOf(reads: ReadSession, target: string): Promise<ServiceView | null> {
    return (await serviceAt(reads, lineage(target))) ?? null;
  }

  listServices(reads: ReadSession, stretch: Stretch): Promise<readonly ServiceView[]> {
    return listServices(reads, stretch);
  }

  listAliases(reads: ReadSession, stretch: Stretch): Promise<readonly TargetAlias[]> {
    return listAliases(reads, stretch);
  }
}
