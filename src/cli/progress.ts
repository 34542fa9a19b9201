/** A line of progress on stderr while a person watches; nothing where output is kept or piped. */
export class Progress {
  private shown = -1;
  private readonly isWatched = process.stderr.isTTY;

  constructor(
    private readonly label: string,
    private readonly total: number,
  ) {}

  /** `done` of the total. */
  at(done: number): void {
    const percent = this.total === 0 ? 100 : Math.floor((done / this.total) * 100);
    if (!this.isWatched || percent === this.shown) return;
    this.shown = percent;
    const bar = '#'.repeat(Math.floor(percent / 5)).padEnd(20, '.');
    process.stderr.write(`\r${this.label} [${bar}] ${String(percent).padStart(3)} %`);
  }

  end(): void {
    if (this.isWatched && this.shown >= 0) process.stderr.write('\r\x1b[K');
  }
}
