import type { Playbook } from './domain/playbook.js';

/** Versions never change, so those that were read are kept: the most recently used of them. */
export class VersionCache {
  private readonly kept = new Map<string, Promise<Playbook>>();

  constructor(private readonly most: number) {}

  get(key: string, read: () => Promise<Playbook>): Promise<Playbook> {
    const found = this.kept.get(key) ?? read();
    this.kept.delete(key);
    this.kept.set(key, found);
    // What could not be read is asked for again.
    found.catch(() => this.kept.get(key) === found && this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return found;
  }
}
