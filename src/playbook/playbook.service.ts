import { Injectable } from '@nestjs/common';
import { builtIn } from './domain/built-in.js';
import type { PlaybookCheck } from './domain/playbook.js';

/** What an incident runs, and the playbook that says so, as `name@version`. */
export type Planned = { readonly playbook: string; readonly checks: readonly PlaybookCheck[] };

/** Knows which playbook incidents are declared with. */
@Injectable()
export class PlaybookService {
  /** For an incident that is declared now. */
  planned(): Planned {
    const { name, version, checks } = builtIn;
    return { playbook: `${name}@${version}`, checks };
  }
}
