import type { ApiClient } from './api-client.js';
import { filledIn, type Look, type Script, type Sent, type Step } from './script.js';
import { holds, selectionOf, valueAt } from './selection.js';
import type { Cast } from './stage.js';

type Refusal = { readonly code: string; readonly message: string };
type Payload = Readonly<Record<string, unknown>> & {
  readonly position: number;
  readonly refusals: readonly Refusal[];
};

/** What came of a step that was not as the script says. */
export class DrillFailed extends Error {}

const patience = 10_000;
const betweenLooks = 50;

/** Plays the steps of a script one after the other, and keeps what later steps need. */
export class Play {
  /** What steps stand on: the ids of the people, and what earlier steps kept. */
  private readonly kept: Map<string, unknown>;
  /** The position of the last event that was recorded by a step. */
  position = 0;

  constructor(
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly reader: ApiClient,
    private readonly say: (line: string) => void,
  ) {
    this.kept = new Map(cast.members);
  }

  /** The incident that is played. */
  get incident(): string {
    return String(this.kept.get('incident'));
  }

  /** Throws `DrillFailed` if a step does not come out as the script says. */
  step(step: Step): Promise<void> {
    return 'look' in step ? this.look(step) : this.send(step);
  }

  private async send(step: Sent): Promise<void> {
    const keep = Object.entries(step.keep ?? {});
    const fields = `position refusals { code message } ${selectionOf(keep.map(([, path]) => path))}`;
    const input = filledIn(step.input, this.kept);
    const payload = await this.cast.send<Payload>(step.by, step.do, input, fields);
    this.check(step, payload.refusals);
    for (const [name, path] of keep) this.kept.set(name, valueAt(payload, path));
    this.position = payload.position;
  }

  private async look({ at, look, fields, shows }: Look): Promise<void> {
    const query = `query ($id: ID!) { incident(id: $id) { ${fields} } }`;
    const end = performance.now() + patience;
    for (;;) {
      const { incident } = await this.reader.ask<{ incident: unknown }>(query, {
        id: this.incident,
      });
      if (holds(incident, shows)) break;
      if (performance.now() > end) {
        const seen = `${JSON.stringify(incident)} does not hold ${JSON.stringify(shows)}`;
        throw new DrillFailed(`${look}, at ${at}: ${seen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    }
    this.say(`${at.slice(11, 16)}  seen: ${look}`);
  }

  private check({ at: time, by, do: mutation, refused }: Sent, refusals: readonly Refusal[]): void {
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
