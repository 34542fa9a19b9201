import { Injectable } from '@nestjs/common';
import type { Facts } from '../kernel/decision.js';
import type { StoredEvent } from '../kernel/event.js';
import type { LedgerRefusal } from '../ledger/command.js';
import { Ledger } from '../ledger/ledger.js';
import { ActingService } from '../organization/acting.service.js';
import { keyOf, type CommandInput } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import { newId } from '../platform/ids.js';
import { builtInContent } from './built-in.js';
import type { PlaybookContent } from './domain/content.js';
import { createPlaybook } from './domain/create-playbook.js';
import type { PlaybookEvent } from './domain/events.js';
import { publishPlaybookVersion } from './domain/publish-playbook-version.js';
import type { PlaybookRefusal } from './domain/refusals.js';
import { retirePlaybook } from './domain/retire-playbook.js';
import type { PlaybookRule } from './domain/rule.js';
import type { PlaybookStream } from './domain/stream.js';
import { playbookKind } from './playbook.kind.js';
import { saidIn } from './yaml/read.js';

/** What came of a command. With refusals, nothing was recorded. */
export type PlaybookRecording = {
  readonly id: string;
  readonly events: readonly StoredEvent<PlaybookEvent>[];
  readonly position: number;
  readonly replayed: boolean;
  readonly refusals: readonly (PlaybookRefusal | LedgerRefusal)[];
  readonly notices: readonly never[];
};

type Asked = { readonly input: CommandInput; readonly context: OperationContext };
type Ruling<C> = {
  readonly playbook: string;
  readonly rule: PlaybookRule<C>;
  readonly command: C;
};

/** Where the playbooks of an organization are written: files are read, and what they say is kept. */
@Injectable()
export class PlaybookDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly acting: ActingService,
  ) {}

  create(
    {
      playbook = newId('pbk'),
      name,
      yaml,
    }: Record<'playbook' | 'name', string | undefined> & {
      readonly yaml: string;
    },
    asked: Asked,
  ): Promise<PlaybookRecording> {
    const { name: known = '', said } = saidIn(yaml, name, builtInContent);
    const command = { playbook, name: known, said };
    return this.command({ playbook, rule: createPlaybook, command }, asked);
  }

  publish(playbook: string, yaml: string, asked: Asked): Promise<PlaybookRecording> {
    const saidFor = (name: string) => saidIn(yaml, name, builtInContent).said;
    return this.command({ playbook, rule: publishPlaybookVersion, command: { saidFor } }, asked);
  }

  retire(playbook: string, reason: string | undefined, asked: Asked): Promise<PlaybookRecording> {
    return this.command({ playbook, rule: retirePlaybook, command: { reason } }, asked);
  }

  private async command<C>(
    { playbook, rule, command }: Ruling<C>,
    { input, context }: Asked,
  ): Promise<PlaybookRecording> {
    const { idempotencyKey: _key, ...rest } = input;
    const key = keyOf(input, context);
    const { organization } = context.viewer;
    const outcome = await this.ledger.transact<PlaybookStream, PlaybookEvent, PlaybookRefusal>(
      playbookKind,
      {
        organization,
        actor: await this.acting.actorFor(input, context),
        via: context.viewer.token,
        correlationId: context.requestId,
        occurredAt: input.occurredAt ?? undefined,
        expectedVersion: input.expectedVersion ?? undefined,
        ...(key !== undefined && {
          idempotency: { key, request: { command: rule.name, input: rest } },
        }),
        streamId: playbook,
        decide: async (state: PlaybookStream, facts: Facts) =>
          rule(command, state, { ...facts, ...(await this.published(organization, state)) }),
      },
    );
    const { streamId: id, events, position, replayed, refusals } = outcome;
    return { id, events, position, replayed, refusals, notices: [] };
  }

  private async published(organization: string, state: PlaybookStream) {
    if (state.status === 'uncreated') return {};
    const contentOf = async (event: string | null): Promise<PlaybookContent | undefined> => {
      if (event === null) return undefined;
      const found = await this.ledger.reader.byId(organization, event);
      return found?.data['content'] as PlaybookContent | undefined;
    };
    return { first: await contentOf(state.first), latest: await contentOf(state.latest) };
  }
}
