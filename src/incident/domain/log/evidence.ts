import { instant, optional, record, text } from '../../../kernel/field.js';
import type { DataOf } from '../../../kernel/field.js';
import { excerpt as shortened } from '../wording.js';

const title = optional(text('What it is, or where it comes from, in one line', 200));

/** The payload of a piece of evidence: exactly one of link, excerpt and figure. */
export const evidenceFields = {
  link: optional(
    record('EvidenceLink', 'Something to open elsewhere, such as a dashboard', {
      url: text('Where it is: an address of http or https', 2_000),
      title,
    }),
  ),
  excerpt: optional(
    record('EvidenceExcerpt', 'A piece of a log, of a trace or of any other text', {
      text: text('The text, word for word', 65_536),
      title,
      format: optional(text('What it is written in, such as `json` or `go`', 50)),
    }),
  ),
  figure: optional(
    record('EvidenceFigure', 'A number that was measured', {
      name: text('What was measured', 200),
      // Not a float: digits are kept as they were given, and 0.10 stays 0.10.
      value: text('The number, as decimal digits', 42),
      unit: optional(text('What it is counted in, such as `ms` or `%`', 20)),
      at: optional(instant('When it had that value')),
    }),
  ),
  caption: optional(text('What it shows, in the words of the one who attached it', 20_000)),
};
export type Evidence = DataOf<typeof evidenceFields>;

/** `the link p99 of checkout`, `an excerpt of waf.log`, `error rate = 4.5 %` */
export const inWords = ({ link, excerpt, figure }: Evidence): string => {
  if (link) return `the link ${shortened(link.title ?? link.url)}`;
  if (excerpt) return `an excerpt${excerpt.title === undefined ? '' : ` of ${excerpt.title}`}`;
  if (figure) return [figure.name, '=', figure.value, figure.unit].filter(Boolean).join(' ');
  return 'evidence';
};
