import { ExternalReferenceReads } from '../../reads/external-reference.reads.js';
import { BindReferenceResolver } from './bind-reference.resolver.js';
import { IncidentReferencesResolver } from './incident-references.resolver.js';
import { IncidentsByReferenceResolver } from './incidents-by-reference.resolver.js';
import { UnbindReferenceResolver } from './unbind-reference.resolver.js';
import './refusals.js';

export const referencesResolvers = [
  BindReferenceResolver,
  UnbindReferenceResolver,
  IncidentReferencesResolver,
  IncidentsByReferenceResolver,
  ExternalReferenceReads,
];
