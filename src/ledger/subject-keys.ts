import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { withinOrganization } from '../platform/database/organization-scope.js';

const cipher = 'aes-256-gcm';
const mostRemembered = 10_000;

export const sealBytes = (key: Buffer, plain: Buffer, bound: string): Buffer => {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
};

/** Throws if the bytes were sealed by another key, bound to something else, or changed. */
export const openBytes = (key: Buffer, sealed: Buffer, bound: string): Buffer => {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(-16));
  return Buffer.concat([opening.update(sealed.subarray(12, -16)), opening.final()]);
};

/** Whether a master key is the one that a subject's key was wrapped by. */
export const unwraps = (
  masterKey: Buffer,
  { organization, subject, wrapped }: { organization: string; subject: string; wrapped: Buffer },
): boolean => {
  try {
    openBytes(masterKey, wrapped, `${organization}|${subject}`);
    return true;
  } catch {
    return false;
  }
};

/** The key of each data subject, stored wrapped by the master key that the database never sees. */
export class SubjectKeys {
  private readonly remembered = new Map<string, Buffer>();

  constructor(
    private readonly pool: pg.Pool,
    /** 32 bytes. */
    private readonly masterKey: Buffer,
  ) {}

  /** The subject's key, made at first use. */
  async ensure(organization: string, subject: string): Promise<Buffer> {
    const known = await this.find(organization, subject);
    if (known) return known;
    const wrapped = sealBytes(this.masterKey, randomBytes(32), `${organization}|${subject}`);
    await withinOrganization(this.pool, organization, (client) =>
      client.query(
        `insert into bridgelog.subject_keys (organization, subject, wrapped)
         values ($1, $2, $3) on conflict do nothing`,
        [organization, subject, wrapped],
      ),
    );
    const made = await this.find(organization, subject);
    if (!made) throw new Error(`the key of ${subject} was destroyed while it was made`);
    return made;
  }

  /** The subject's key, or undefined when there is none (any more). */
  async find(organization: string, subject: string): Promise<Buffer | undefined> {
    const name = `${organization}|${subject}`;
    const remembered = this.remembered.get(name);
    if (remembered) return remembered;
    const { rows } = await withinOrganization(this.pool, organization, (client) =>
      client.query<{ wrapped: Buffer }>(
        `select wrapped from bridgelog.subject_keys where organization = $1 and subject = $2`,
        [organization, subject],
      ),
    );
    if (!rows[0]) return undefined;
    const key = openBytes(this.masterKey, rows[0].wrapped, name);
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(name, key);
    return key;
  }
}
