import type { InlineRow } from '../../src/kernel/stream.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The inline rows of one organization, as append writes them: columns that are not named stay. */
export class RowSet {
  private readonly tables = new Map<string, Map<string, Row>>();

  write(rows: readonly InlineRow[]): void {
    for (const { table, id, columns } of rows) {
      const found = this.of(table);
      found.set(id, { ...found.get(id), ...columns, id });
    }
  }

  find(table: string, id: string): Row | undefined {
    return this.of(table).get(id);
  }

  all(table: string): readonly Row[] {
    return [...this.of(table).values()];
  }

  private of(table: string): Map<string, Row> {
    const known = this.tables.get(table) ?? new Map<string, Row>();
    this.tables.set(table, known);
    return known;
  }
}
