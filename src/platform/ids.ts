import { TypeID, typeid } from 'typeid-js';

/** A new id, `<prefix>_` and 26 characters that sort by time of making (a UUIDv7 inside). */
export const newId = (prefix: string): string => typeid(prefix).toString();

/** The id of an organization as people and the API see it. */
export const organizationId = (uuid: string): string => TypeID.fromUUID('org', uuid).toString();

/** The UUID inside `org_...`. Throws if the text is no such id. */
export const organizationUuid = (id: string): string => TypeID.fromString(id, 'org').toUUID();
