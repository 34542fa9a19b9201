import { Injectable } from '@nestjs/common';
import { builtIn } from './domain/built-in.js';
import { referenceOf, type Playbook } from './domain/playbook.js';

/** Knows which playbook incidents are declared with, and what each version says. */
@Injectable()
export class PlaybookService {
  /** For an incident that is declared now. */
  planned(): Playbook {
    return builtIn;
  }

  /** What an incident runs that names this version; the built-in playbook if it names none. */
  running(_organization: string, reference: string | null): Promise<Playbook> {
    if (reference === null || reference === referenceOf(builtIn)) return Promise.resolve(builtIn);
    throw new Error(`no playbook ${reference}`);
  }
}
