import { instant, list, oneOf, optional, record, text } from '../../kernel/field.js';
import type { DataOf } from '../../kernel/field.js';
import { changeStatus } from './choices.js';

export const link = record('ChangeLink', 'Where to read more about a change', {
  title: text('What is to be read there', 200),
  url: text('The address', 2_000),
});

/** What can be said of a change: all of it, each time, so that nobody has to add up revisions. */
export const wordFields = {
  title: text('What was changed, in one line', 200),
  service: optional(text('The service that was changed', 100)),
  release: optional(text('The version that it brought, as the other system calls it', 200)),
  environment: optional(text('Where it was changed, such as `production`', 100)),
  by: optional(text('Who did it, by the name that the other system has for them', 200)),
  links: list('Where to read more', link, 10),
  startedAt: instant('When it began to act: it is a suspect by this time'),
  finishedAt: optional(instant('When it was through; absent while it is not known to be')),
  changeStatus: optional(oneOf('How it ended; absent while that is not known', changeStatus)),
};
export type ChangeWords = DataOf<typeof wordFields>;

const inOneOrder = (words: ChangeWords): string =>
  JSON.stringify([
    words.title,
    words.service ?? null,
    words.release ?? null,
    words.environment ?? null,
    words.by ?? null,
    words.links.map(({ title, url }) => [title, url]),
    words.startedAt,
    words.finishedAt ?? null,
    words.changeStatus ?? null,
  ]);

/** Whatever order their keys came back from storage in. */
export const saysTheSame = (one: ChangeWords, other: ChangeWords): boolean =>
  inOneOrder(one) === inOneOrder(other);
