/** One kind of call on an incident with few events and on one with many. Milliseconds. */
export type Figures = {
  readonly what: string;
  readonly fewMs: number;
  readonly manyMs: number;
  readonly fewP95Ms: number;
  readonly manyP95Ms: number;
};

const ms = (value: number): string => value.toFixed(2);

export const inWords = (results: {
  readonly events: number;
  readonly samples: number;
  readonly figures: readonly Figures[];
}): string =>
  [
    `| what | 10 events, ms (p95) | ${results.events} events, ms (p95) | ratio |`,
    '| --- | ---: | ---: | ---: |',
    ...results.figures.map(
      ({ what, fewMs, manyMs, fewP95Ms, manyP95Ms }) =>
        `| ${what} | ${ms(fewMs)} (${ms(fewP95Ms)}) | ${ms(manyMs)} (${ms(manyP95Ms)}) | ${ms(manyMs / fewMs)} |`,
    ),
    `Medians of ${results.samples} calls of each kind that took turns.`,
  ].join('\n');
