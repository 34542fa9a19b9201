import { Ledger1764000000001 } from './1764000000001-ledger.js';
import { Append1764000000002 } from './1764000000002-append.js';
import { Organization1764000000003 } from './1764000000003-organization.js';
import { Incident1764000000004 } from './1764000000004-incident.js';
import { Sight1764000000005 } from './1764000000005-sight.js';
import { ReferencesAndHelp1764000000007 } from './1764000000007-references-and-help.js';

/** All migrations, oldest first. One that has landed is never edited. */
export const migrations = [
  Ledger1764000000001,
  Append1764000000002,
  Organization1764000000003,
  Incident1764000000004,
  Sight1764000000005,
  ReferencesAndHelp1764000000007,
];
