import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';

/** How large an operation is, every fragment counted wherever it is spread. */
export type Size = {
  /** Fields within fields. */
  readonly depth: number;
  readonly aliases: number;
  /** Fields on the first level. */
  readonly rootFields: number;
};

const nothing: Size = { depth: 0, aliases: 0, rootFields: 0 };

const plus = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  rootFields: a.rootFields + b.rootFields,
});

/**
 * Measures the operations of a document. Each fragment is measured once, so fragments that spread
 * one another cannot make it slow.
 */
export const measure = (document: DocumentNode): ((operation: OperationDefinitionNode) => Size) => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // Stands while the fragment is measured: cycles are another rule's business.
    measured.set(name, nothing);
    const size = ofSelections(fragments.get(name)?.selectionSet);
    measured.set(name, size);
    return size;
  };

  const ofSelection = (node: SelectionNode): Size => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const inner = ofSelections(node.selectionSet);
    if (node.kind === Kind.INLINE_FRAGMENT) return inner;
    const aliases = inner.aliases + (node.alias === undefined ? 0 : 1);
    return { depth: inner.depth + 1, aliases, rootFields: 1 };
  };

  const ofSelections = (set: SelectionSetNode | undefined): Size =>
    (set?.selections ?? []).map(ofSelection).reduce(plus, nothing);

  return (operation) => ofSelections(operation.selectionSet);
};
