import { parseTarget } from '../../kernel/target.js';

/** What is known of a service. */
export type Service = {
  readonly slug: string;
  readonly title: string;
  readonly team?: string | undefined;
  readonly target: string;
  readonly description?: string | undefined;
};

/** The name of a service: a target of one segment, at most 80 characters. */
export const slugOf = (name: string): string | undefined => {
  const slug = parseTarget(name);
  return slug?.includes('/') === true || (slug?.length ?? 0) > 80 ? undefined : slug;
};
