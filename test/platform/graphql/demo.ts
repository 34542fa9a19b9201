import {
  Args,
  Context,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import type { EventMap, StoredEvent } from '../../../src/kernel/event.js';
import { event } from '../../../src/kernel/event.js';
import {
  choice,
  duration,
  flag,
  id,
  instant,
  integer,
  list,
  oneOf,
  optional,
  personal,
  record,
  text,
} from '../../../src/kernel/field.js';
import { Requires } from '../../../src/platform/access/requires.js';
import { choiceEnum } from '../../../src/platform/graphql/choice-enum.js';
import { CommandInput, Input, keyOf } from '../../../src/platform/graphql/command-input.js';
import { connectionOf } from '../../../src/platform/graphql/connection.js';
import type { OperationContext } from '../../../src/platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../../src/platform/graphql/cursor.js';
import {
  conflict,
  forbidden,
  notFound,
  overloaded,
  queryTooCostly,
  rateLimited,
  resync,
} from '../../../src/platform/graphql/errors.js';
import { Event } from '../../../src/platform/graphql/event.js';
import { IsInput, IsLine, IsProse, IsTypeId } from '../../../src/platform/graphql/input-rules.js';
import { Node } from '../../../src/platform/graphql/node.js';
import { ConnectionArgs, connectionFrom, pageOf } from '../../../src/platform/graphql/page.js';
import { Recorded } from '../../../src/platform/graphql/recorded.js';
import { Refusal, refusalType } from '../../../src/platform/graphql/refusal.js';
import { DateTime, Duration } from '../../../src/platform/graphql/scalars.js';
import { NotFoundException } from '@nestjs/common';

export const organization = '018f3b3a-0000-7000-8000-000000000001';
export const noteId = 'not_01h455vb4pex5vsknk084sn02q';

export const mood = choice('Mood', 'How a note sounds.', { GLAD: 'Glad.', SAD: 'Sad.' });
const Mood = choiceEnum(mood);
const place = record('Place', 'A place in a document.', {
  line: integer('The line.', 1, 10_000),
  byte: integer('The byte.'),
});

export const noteEvents = {
  NoteAdded: event({
    schemaVersion: 1,
    description: 'A note was added.',
    data: {
      title: text('What it says in short.', 80),
      mood: oneOf('How it sounds.', mood),
      author: id('Who wrote it.', 'mem'),
      pinned: flag('Whether it stays on top.'),
      readTime: duration('How long it takes to read.'),
      due: optional(instant('When it has to be read.')),
      tags: list('What it is about.', text('A tag.', 20), 10),
      places: list('What it points at.', place, 10),
      phone: personal(text('The author’s number.', 40), 'author'),
    },
    says: ({ title, author }, { actor, of }) => `${actor} added “${title}” for ${of(author)}`,
  }),
  NoteRead: event({
    schemaVersion: 1,
    description: 'A note was read.',
    data: { mood: optional(oneOf('How it sounded.', mood)) },
    says: (_data, { actor }) => `${actor} read the note`,
  }),
} satisfies EventMap;

export const stored = (position: number, over: Partial<StoredEvent> = {}): StoredEvent => ({
  id: `evt_01h455vb4pex5vsknk084sn0${position % 10}q`,
  type: 'NoteAdded',
  schemaVersion: 1,
  organization,
  streamType: 'note',
  streamId: noteId,
  version: position,
  position,
  occurredAt: '2019-07-02T13:42:00.000000Z',
  recordedAt: '2019-07-02T13:42:01.123456Z',
  actor: { kind: 'MEMBER', id: 'mem_ann' },
  via: 'tok_1',
  correlationId: null,
  causationId: null,
  data: {
    title: `Note ${position}`,
    mood: 'GLAD',
    author: 'mem_bob',
    pinned: true,
    readTime: 'PT5M',
    tags: ['a', 'b'],
    places: [{ line: 3, byte: 2 ** 40 }],
  },
  ...over,
});

@ObjectType({ description: 'A note.', implements: () => [Node] })
export class Note extends Node {
  @Field({ description: 'Its title.' })
  title!: string;
}
const notes = connectionOf(Note);

@ObjectType({ description: 'What came of a command about a note.', implements: () => [Recorded] })
export class NotePayload extends Recorded {
  @Field(() => Note, { nullable: true, description: 'The note.' })
  note!: Note | null;

  @Field(() => String, { nullable: true, description: 'The key that was used.' })
  key!: string | null;
}

@ObjectType({ description: 'The title is taken.', implements: () => [Refusal] })
class TitleTaken extends Refusal {
  @Field(() => ID, { description: 'The note that has it.' })
  by!: string;
}
refusalType({ TITLE_TAKEN: 'Another note has the title.' }, TitleTaken);

@InputType({ description: 'A part of a note.' })
export class SegmentInput {
  @Field(() => Mood, { description: 'How it sounds.' })
  mood!: string;

  @Field({ description: 'What it says.' })
  @IsProse(10)
  words!: string;
}

@InputType({ description: 'A note to add.' })
export class AddNoteInput extends CommandInput {
  @Field({ description: 'Its title.' })
  @IsLine(80)
  title!: string;

  @Field(() => [SegmentInput], { defaultValue: [], description: 'Its parts.' })
  @ArrayMaxSize(3)
  @IsInput(() => SegmentInput)
  segments!: SegmentInput[];

  @Field(() => ID, { nullable: true, description: 'The note that it answers.' })
  @IsOptional()
  @IsTypeId('not')
  answers?: string | null;

  @Field(() => Duration, { nullable: true, description: 'How long it takes to read.' })
  readTime?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stays on top.' })
  pinned?: boolean | null;
}

/** What a test sees of the subscriptions that run, and how it feeds them. */
export const feed = {
  /** Positions that were asked for: nothing is made before. */
  pulled: 0,
  ended: 0,
  /** Bytes in the title of each event. */
  size: 10,
  last: 3,
  failWith: undefined as Error | undefined,
  contexts: [] as OperationContext[],
  reset(): void {
    Object.assign(feed, { pulled: 0, ended: 0, size: 10, last: 3, failWith: undefined });
    feed.contexts.length = 0;
  },
};

const endless = (signal: AbortSignal): AsyncIterableIterator<{ noted: StoredEvent }> => {
  const ended = { done: true as const, value: undefined };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (feed.pulled >= feed.last && feed.failWith !== undefined) throw feed.failWith;
      if (feed.pulled >= feed.last) {
        await new Promise<void>((resolve) => {
          if (signal.aborted) resolve();
          signal.addEventListener('abort', () => resolve());
        });
        return ended;
      }
      feed.pulled += 1;
      const data = { ...stored(1).data, title: 'x'.repeat(feed.size) };
      return { done: false, value: { noted: stored(feed.pulled, { data }) } };
    },
    return() {
      feed.ended += 1;
      return Promise.resolve(ended);
    },
  };
};

export const failures: Readonly<Record<string, () => Error>> = {
  FORBIDDEN: () => forbidden('Not for you'),
  NOT_FOUND: () => notFound('No such note'),
  CONFLICT: () => conflict('It changed'),
  RATE_LIMITED: () => rateLimited(7),
  OVERLOADED: () => overloaded(2),
  QUERY_TOO_COSTLY: () => queryTooCostly('Too much', { name: 'cost', allowed: 1, found: 2 }),
  RESYNC: () => resync('Another history'),
  nest: () => new NotFoundException('No such page'),
  plain: () => new Error('db password is hunter2'),
  dressed: () => Object.assign(new Error('hunter2'), { extensions: { code: 'NOT_FOUND' } }),
};

@Resolver(() => Note)
export class NoteResolver {
  readonly received: AddNoteInput[] = [];

  @Requires('VIEWER')
  @Query(() => notes.Connection, { description: 'All ten notes.' })
  notes(@Args() args: ConnectionArgs) {
    const page = pageOf(args);
    const after =
      page.cursor === undefined
        ? undefined
        : decodePageCursor('notes', page.cursor, page.cursorPath, ['number'])[0];
    const all = Array.from({ length: 10 }, (_, at) => ({ id: `not_${at}`, title: `${at}`, at }));
    const ordered = page.backward ? all.reverse() : all;
    const rows = ordered
      .filter(({ at }) => after === undefined || (page.backward ? at < after : at > after))
      .slice(0, page.limit + 1);
    return connectionFrom(rows, page, ({ at }) => encodePageCursor('notes', [at]));
  }

  @Requires('VIEWER')
  @Query(() => Int, { nullable: true, description: 'Fails as told.' })
  fail(
    @Args('how', { description: 'How.' }) how: string,
    @Args('at', { type: () => DateTime, nullable: true, description: 'When.' }) at?: string,
  ): number {
    throw failures[how]?.() ?? new Error(`unknown, ${at ?? 'now'}`);
  }

  @Requires('VIEWER')
  @Query(() => Float, { description: 'How many rows the database has.' })
  async rows(@Context() { reads }: OperationContext): Promise<number> {
    const [row] = await reads.query<{ n: number }>('select 42 as n', []);
    return row?.n ?? 0;
  }

  @Requires('VIEWER')
  @Query(() => [Event], { description: 'Two events.' })
  happened() {
    const policy = { kind: 'POLICY', id: 'tidy-up' } as const;
    return [stored(1), stored(2, { type: 'NoteRead', actor: policy, data: {} })];
  }

  @Requires('ADMIN')
  @Query(() => Int, { description: 'For admins.' })
  secret(): number {
    return 1;
  }

  @Requires('RESPONDER')
  @Mutation(() => NotePayload, { description: 'Adds a note.' })
  addNote(@Input() input: AddNoteInput, @Context() context: OperationContext) {
    this.received.push(input);
    const taken = {
      code: 'TITLE_TAKEN',
      message: 'Taken',
      path: ['input', 'title'],
      by: noteId,
    };
    const isTaken = input.title === 'taken';
    return {
      events: isTaken ? [] : [stored(5)],
      position: 5,
      replayed: false,
      refusals: isTaken ? [taken, { code: 'KEY_REUSED', message: 'Used' }] : [],
      notices: [{ code: 'EARLIER', message: 'Tried before' }],
      note: { id: noteId, title: input.title },
      key: keyOf(input, context) ?? null,
    };
  }

  @Requires('RESPONDER')
  @Subscription(() => Event, { description: 'Notes as they come.' })
  noted(
    @Context() context: OperationContext,
    @Args('tag', { nullable: true, description: 'Only of this tag.' }) tag?: string,
  ) {
    if (tag === 'none') throw notFound('No such tag');
    feed.contexts.push(context);
    return endless(context.signal);
  }
}
