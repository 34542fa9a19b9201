import { Ajv, type ValidateFunction } from 'ajv';
import type { AnyEvent, EventMap, EventSpec } from '../kernel/event.js';
import { canonicalText } from './canonical.js';
import { payloadSchema } from './json-schema.js';
import { openBytes, sealBytes, type SubjectKeys } from './subject-keys.js';

/** How a personal field is stored: AES-256-GCM, base64 of nonce (12), ciphertext, tag (16). */
type Sealed = { readonly sealed: 1; readonly subject: string; readonly bytes: string };

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'sealed' in value && value.sealed === 1;

const erased = '(erased)';

/** What binds a sealed text to its place, so that it opens nowhere else. */
const bound = (organization: string, eventId: string, field: string): string =>
  `${organization}|${eventId}|${field}`;

/** Between an event's payload and the canonical text that is stored and hashed. */
export class PayloadCodec {
  private readonly ajv = new Ajv({ strict: true, strictRequired: false });
  private readonly validators = new WeakMap<EventSpec, ValidateFunction>();

  constructor(private readonly keys: SubjectKeys) {}

  /**
   * The stored text of an event. Throws when the payload does not fit its own description:
   * that is a bug of a decision, never a caller's mistake.
   */
  async encode(
    events: EventMap,
    event: AnyEvent,
    place: { organization: string; eventId: string },
  ): Promise<string> {
    const spec = events[event.type];
    if (!spec) throw new TypeError(`${event.type} is not in the map of events`);
    this.check(spec, event);
    return canonicalText(await this.sealPersonal(spec, event.data, place));
  }

  /** The payload of a stored text; personal fields whose key is gone read `(erased)`. */
  async decode(
    organization: string,
    eventId: string,
    text: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const stored = JSON.parse(text) as Record<string, unknown>;
    for (const [field, value] of Object.entries(stored)) {
      if (isSealed(value)) stored[field] = await this.open(value, organization, eventId, field);
    }
    return stored;
  }

  private check(spec: EventSpec, event: AnyEvent): void {
    let valid = this.validators.get(spec);
    if (!valid) {
      valid = this.ajv.compile(payloadSchema(spec));
      this.validators.set(spec, valid);
    }
    // To Ajv, as to JSON, a field that is undefined is absent.
    if (!valid(event.data)) {
      throw new TypeError(`${event.type}: ${this.ajv.errorsText(valid.errors)}`);
    }
  }

  private async sealPersonal(
    spec: EventSpec,
    data: AnyEvent['data'],
    place: { organization: string; eventId: string },
  ): Promise<AnyEvent['data']> {
    const sealed: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(spec.data)) {
      const value = data[name];
      if (field.personalTo === undefined || typeof value !== 'string') continue;
      const subject = String(data[field.personalTo]);
      const key = await this.keys.ensure(place.organization, subject);
      const bytes = sealBytes(
        key,
        Buffer.from(value),
        bound(place.organization, place.eventId, name),
      );
      sealed[name] = { sealed: 1, subject, bytes: bytes.toString('base64') } satisfies Sealed;
    }
    return { ...data, ...sealed };
  }

  private async open(
    value: Sealed,
    organization: string,
    eventId: string,
    field: string,
  ): Promise<string> {
    const key = await this.keys.find(organization, value.subject);
    if (!key) return erased;
    const bytes = Buffer.from(value.bytes, 'base64');
    return openBytes(key, bytes, bound(organization, eventId, field)).toString();
  }
}
