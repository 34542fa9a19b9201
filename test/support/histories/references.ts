import fc from 'fast-check';
import { bindReference } from '../../../src/incident/domain/references/bind-reference.js';
import type {
  Binding,
  BindingFacts,
  External,
} from '../../../src/incident/domain/references/binding.js';
import { unbindReference } from '../../../src/incident/domain/references/unbind-reference.js';
import { referenceRowId } from '../../../src/incident/views/external-reference-row.view.js';
import { attempts, maybe, words } from './attempt.js';
import type { Past } from './attempt.js';

const thing = { system: fc.constant('chat'), externalId: words };

const known = (external: External, { rows, streamId }: Past): BindingFacts => {
  const row = rows.find('external_references', referenceRowId(streamId, external));
  if (row?.['bound'] !== true) return { itself: streamId };
  const caption = (row['caption'] as string | null) ?? undefined;
  return {
    itself: streamId,
    known: { ...external, kind: row['kind'] as Binding['kind'], url: undefined, caption },
  };
};

export const referencesAttempts = [
  attempts(
    bindReference,
    fc.record({
      kind: fc.constantFrom('CHAT_CHANNEL' as const, 'TICKET' as const),
      ...thing,
      caption: maybe(words),
    }),
    true,
    known,
  ),
  attempts(unbindReference, fc.record(thing), true, known),
];
