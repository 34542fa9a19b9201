import type { ApiClient } from './api-client.js';

type Entry = { readonly id: string };
type Page = {
  readonly nodes: readonly Entry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** The ids of everything in an incident's timeline, page by page. */
export const timelineOf = async (api: ApiClient, incident: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const answer: { incident: { timeline: Page } } = await api.ask(
      `query ($id: ID!, $after: Cursor) {
        incident(id: $id) { timeline(first: 10, after: $after) {
          nodes { id } pageInfo { hasNextPage endCursor }
        } }
      }`,
      { id: incident, after },
    );
    const { nodes, pageInfo } = answer.incident.timeline;
    ids.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
};

/** The incident as it stands, for people. */
export const finalState = async (api: ApiClient, incident: string): Promise<string> => {
  const answer = await api.ask<{ incident: Record<string, unknown> }>(
    `query ($id: ID!) {
      incident(id: $id) {
        reference title severity phase mode service version
        command { commander { name } term since }
        scope { extent affected features impactStartedAt summary actor { name } }
        checks { check status }
        suspects { change { title } minutesBefore status }
        hypotheses { statement status }
        openActions { target kind intent }
        communications { audience latestUpdate { text publishedAt } }
        containment { isContained minutesUncontained minutesContained }
        impactStartedAt declaredAt containedAt resolvedAt
      }
    }`,
    { id: incident },
  );
  return JSON.stringify(answer.incident, null, 2);
};
