import { LogReads } from '../../reads/log.reads.js';
import { AddNoteResolver } from './add-note.resolver.js';
import { AmendEntryResolver } from './amend-entry.resolver.js';
import { AttachEvidenceResolver } from './attach-evidence.resolver.js';
import { IncidentLogResolver } from './incident-log.resolver.js';
import { LogEntryResolver } from './log-entry.resolver.js';
import { PinEntryResolver } from './pin-entry.resolver.js';
import './refusals.js';
import { StrikeEntryResolver } from './strike-entry.resolver.js';
import { UnpinEntryResolver } from './unpin-entry.resolver.js';

export const logResolvers = [
  LogReads,
  AddNoteResolver,
  AttachEvidenceResolver,
  AmendEntryResolver,
  StrikeEntryResolver,
  PinEntryResolver,
  UnpinEntryResolver,
  IncidentLogResolver,
  LogEntryResolver,
];
