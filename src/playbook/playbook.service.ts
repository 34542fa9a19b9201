import { Injectable } from '@nestjs/common';
import { builtIn } from './domain/built-in.js';
import type { Playbook } from './domain/playbook.js';

/** Knows which playbook an incident is declared with. */
@Injectable()
export class PlaybookService {
  current(): Playbook {
    return builtIn;
  }
}
