import type { Cast } from './stage.js';
import { filledIn, type Script, type Step } from './script.js';

type Refusal = { readonly code: string; readonly message: string };
type Payload = Readonly<Record<string, unknown>> & {
  readonly position: number;
  readonly refusals: readonly Refusal[];
  readonly incident: { readonly id: string } | null;
};

/** What came of a step that was not as the script says. */
export class DrillFailed extends Error {}

/** Plays the steps of a script one after the other, and keeps what later steps need. */
export class Play {
  private readonly kept = new Map<string, unknown>();
  /** The position of the last event that was recorded. */
  position = 0;

  constructor(
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly say: (line: string) => void,
  ) {}

  /** The incident that is played. */
  get incident(): string {
    return String(this.kept.get('incident'));
  }

  /** Throws `DrillFailed` if a step is refused that should not be, or accepted that should not. */
  async step(step: Step): Promise<void> {
    const fields =
      step.keep && Object.values(step.keep).some((path) => path.startsWith('action'))
        ? 'position refusals { code message } incident { id } action { id }'
        : 'position refusals { code message } incident { id }';
    const input = filledIn(step.input, this.kept);
    const payload = await this.cast.send<Payload>(step.by, step.do, input, fields);
    this.check(step, payload.refusals);
    for (const [name, path] of Object.entries(step.keep ?? {}))
      this.kept.set(name, at(payload, path));
    this.position = payload.position;
  }

  private check({ at: time, by, do: mutation, refused }: Step, refusals: readonly Refusal[]): void {
    const [refusal] = refusals;
    const who = this.script.people[by] ?? this.script.tools[by] ?? by;
    if (refusal?.code !== refused) {
      const was = refusal ? `${refusal.code}: ${refusal.message}` : 'accepted';
      throw new DrillFailed(
        `${mutation} by ${who} at ${time} should be ${refused ?? 'accepted'}, was ${was}`,
      );
    }
    if (refusal)
      this.say(`${time.slice(11, 16)}  refused: ${mutation} by ${who}. ${refusal.message}`);
  }
}

const at = (payload: Payload, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], payload);
