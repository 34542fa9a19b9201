import { ResolveField, Resolver } from '@nestjs/graphql';
import type { StoredEvent } from '../../../kernel/event.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { EventTypes } from '../../../platform/graphql/event-types.js';
import { sentenceOf } from '../../../platform/graphql/sentence.js';
import { textFieldOf, textOf } from '../../domain/log/events.js';
import { excerpt } from '../../domain/wording.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { LogReads } from '../../reads/log.reads.js';
import type { EntryView } from '../../views/entries.query.js';
import { LogEntry } from './log-entry.type.js';

/** Without parameter decorators, Nest calls field resolvers directly: they run for every entry. */
@Resolver(() => LogEntry)
export class LogEntryResolver {
  constructor(
    private readonly log: LogReads,
    private readonly incidents: IncidentReads,
    private readonly types: EventTypes,
  ) {}

  @ResolveField()
  async event({ id }: EntryView, _args: unknown, context: OperationContext): Promise<StoredEvent> {
    const event = await this.incidents.event(context, id);
    if (event === null) throw new Error(`The entry ${id} has no event`);
    return event;
  }

  @ResolveField()
  async sentence(entry: EntryView, args: unknown, context: OperationContext): Promise<string> {
    const event = await this.event(entry, args, context);
    const spec = this.types.specOf(event.type);
    if (spec === undefined) throw new Error(`No event has the name ${event.type}`);
    const { amendedText } = entry;
    if (amendedText === null) return sentenceOf(event, spec, context.names);
    const field = textFieldOf(event.type);
    if (field === undefined) return excerpt(amendedText);
    const data = { ...event.data, [field]: amendedText };
    return sentenceOf({ ...event, data }, spec, context.names);
  }

  @ResolveField()
  async text(entry: EntryView, args: unknown, context: OperationContext): Promise<string | null> {
    return entry.amendedText ?? textOf(await this.event(entry, args, context));
  }

  @ResolveField()
  amended({ amendedBy }: EntryView): boolean {
    return amendedBy !== null;
  }

  @ResolveField()
  async amendments({ id, amendedBy }: EntryView, _args: unknown, context: OperationContext) {
    const ids = amendedBy === null ? [] : await this.log.amendmentsOf(context, id);
    return Promise.all(ids.map((amendment) => this.incidents.event(context, amendment)));
  }

  @ResolveField()
  struck({ struckBy }: EntryView, _args: unknown, context: OperationContext) {
    return struckBy === null ? null : this.incidents.event(context, struckBy);
  }
}
