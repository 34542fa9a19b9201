import { Injectable } from '@nestjs/common';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { allIncidents, type ReadSession } from '../platform/database/read-session.js';
import { builtIn } from './built-in.js';
import { choose, type Occasion } from './domain/choose.js';
import type { PlaybookRule } from './domain/content.js';
import { parseReference, playbookOf, referenceOf, type Playbook } from './domain/playbook.js';
import { VersionCache } from './version-cache.js';
import { choosable, playbookByName, versionsByReference } from './views/playbooks.query.js';

/** A playbook, and the rule by which it is run; null: no rule holds, so it is the built-in one. */
export type Chosen = { readonly playbook: Playbook; readonly rule: PlaybookRule | null };

/** A playbook that somebody names, and whether it is retired. */
export type Named = { readonly playbook: Playbook; readonly isRetired: boolean };

/** Knows which playbook incidents are declared with, and what each version says. */
@Injectable()
export class PlaybookService {
  readonly builtIn = builtIn;
  private readonly sessions: PoolReadSessions;
  private readonly versions = new VersionCache(500);

  constructor(app: AppPool) {
    this.sessions = new PoolReadSessions(app.pool);
  }

  /** For an incident that is declared now: advisory, another may be published meanwhile. */
  async planned(organization: string, occasion: Occasion): Promise<Chosen> {
    const candidates = await this.read(organization, choosable);
    const choice = choose(candidates, occasion);
    if (choice === undefined) return { playbook: builtIn, rule: null };
    const { rule, ...version } = choice;
    return { playbook: await this.running(organization, referenceOf(version)), rule };
  }

  /** What an incident runs that names this version; the built-in playbook if it names none. */
  running(organization: string, reference: string | null): Promise<Playbook> {
    if (reference === null || reference === referenceOf(builtIn)) return Promise.resolve(builtIn);
    return this.versions.get(`${organization} ${reference}`, async () => {
      const found = await this.version(organization, reference);
      if (found === undefined) throw new Error(`no playbook ${reference}`);
      return found;
    });
  }

  /** By `name`, which is the latest version, or `name@version`; undefined if there is none. */
  async named(organization: string, given: string): Promise<Named | undefined> {
    const said = parseReference(given);
    if (said === undefined) return undefined;
    if (said.name === builtIn.name)
      return (said.version ?? builtIn.version) === builtIn.version
        ? { playbook: builtIn, isRetired: false }
        : undefined;
    const known = await this.read(organization, (reads) => playbookByName(reads, said.name));
    const version = said.version ?? known?.version ?? 0;
    if (known === undefined || version > known.version) return undefined;
    const playbook = await this.running(organization, referenceOf({ name: said.name, version }));
    return { playbook, isRetired: known.isRetired };
  }

  private async version(organization: string, reference: string): Promise<Playbook | undefined> {
    const [found] = await this.read(organization, (reads) =>
      versionsByReference(reads, [reference]),
    );
    return found && playbookOf(found, found.content);
  }

  private async read<T>(organization: string, work: (reads: ReadSession) => Promise<T>) {
    const reads = this.sessions.open(organization, allIncidents);
    try {
      return await work(reads);
    } finally {
      await reads.close();
    }
  }
}
