/** A class that the schema is made from. */
export type Newable<T extends object = object> = { readonly prototype: T } & (new () => T);
