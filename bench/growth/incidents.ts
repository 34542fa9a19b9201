import type { ApiClient } from '../../src/drill/api-client.js';

const batchSize = 250;
const query = `query ($id: ID!) {
  incident(id: $id) {
    reference title severity phase mode service version labels impactStartedAt declaredAt
    command { commander { name } term since }
    roles { role member { name } }
    scope { extent affected features summary }
    checks { check title status } nextCheck { check lookAt { title } }
    suspects { change { title } minutesBefore status }
    hypotheses { statement status }
    openActions { target kind intent startedBy { name } }
    suggestions { kind target why }
    communications { audience minutesSilent latestUpdate { text } }
    containment { isContained minutesUncontained }
    log(last: 10) { nodes { sentence occurredAt } }
    timeline(last: 10) { nodes { sentence occurredAt } }
  }
}`;

type Declared = { readonly incident: { readonly id: string } };

/** An incident that is to have many events, and some that have few. */
export class Incidents {
  private constructor(
    private readonly api: ApiClient,
    readonly large: string,
    readonly small: readonly string[],
  ) {}

  static async declare(api: ApiClient, many: number): Promise<Incidents> {
    const declare = async (): Promise<string> => {
      const input = { title: 'Checkout is down', severity: 'SEV2', service: 'checkout' };
      const declared = await api.send<Declared>('declareIncident', input, 'incident { id }');
      return declared.incident.id;
    };
    const large = await declare();
    const small: string[] = [];
    for (let nth = 0; nth < many; nth += 1) small.push(await declare());
    return new Incidents(api, large, small);
  }

  smallAt(nth: number): string {
    return this.small[nth % this.small.length] ?? this.large;
  }

  read(id: string): Promise<unknown> {
    return this.api.ask(query, { id });
  }

  note(incident: string): Promise<unknown> {
    return this.api.send('addNote', { incident, text: 'Graphs are flat' }, 'position');
  }
}

/** Brings an incident to this many events: mostly notes, with what makes up a state among them. */
export const fill = async (api: ApiClient, incident: string, events: number): Promise<void> => {
  const scope = { extent: 'FEATURES', features: ['checkout'], affected: 'ALL_USERS' };
  const update = { audience: 'INTERNAL', text: 'We are on it' };
  const action = { target: `service/${incident.slice(-8)}`, kind: 'RESTART', intent: 'FIX' };
  const beginning = [
    { assessScope: { incident, ...scope } },
    { publishUpdate: { incident, ...update } },
    { startAction: { incident, ...action } },
  ];
  const notes = Array.from({ length: events - 1 - beginning.length }, (_, nth) => ({
    addNote: { incident, text: `Note ${nth}: error rate of checkout is at 12 %` },
  }));
  const items = [...beginning, ...notes];
  for (let from = 0; from < items.length; from += batchSize) {
    const input = { items: items.slice(from, from + batchSize) };
    await api.ask(
      'mutation ($input: RecordBatchInput!) { recordBatch(input: $input) { results { error { code } } } }',
      { input },
    );
  }
};
