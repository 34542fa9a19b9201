/** Rules and rows name people by id; here they become what the ids stand for. */
export const person = (id: string) => ({ kind: 'MEMBER' as const, id });

export const personOrNull = (id: string | null) => id && person(id);
