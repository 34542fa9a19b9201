import { Ledger1764000000001 } from './1764000000001-ledger.js';
import { Append1764000000002 } from './1764000000002-append.js';
import { Organization1764000000003 } from './1764000000003-organization.js';
import { Incident1764000000004 } from './1764000000004-incident.js';
import { Sight1764000000005 } from './1764000000005-sight.js';
import { Command1764000000006 } from './1764000000006-command.js';
import { ReferencesAndHelp1764000000007 } from './1764000000007-references-and-help.js';
import { Changes1764000000008 } from './1764000000008-changes.js';
import { Checks1764000000009 } from './1764000000009-checks.js';
import { Actions1764000000010 } from './1764000000010-actions.js';
import { Communication1764000000011 } from './1764000000011-communication.js';
import { Log1764000000012 } from './1764000000012-log.js';
import { GuardrailsAndNudges1764000000013 } from './1764000000013-guardrails-and-nudges.js';
import { Deviations1764000000014 } from './1764000000014-deviations.js';
import { Clocks1764000000015 } from './1764000000015-clocks.js';
import { DueClaims1764000000016 } from './1764000000016-due-claims.js';
import { Playbooks1764000000017 } from './1764000000017-playbooks.js';
import { After1764000000018 } from './1764000000018-after.js';
import { Merge1764000000019 } from './1764000000019-merge.js';
import { OrganizationByEvents1764000000020 } from './1764000000020-organization-by-events.js';

/** All migrations, oldest first. One that has landed is never edited. */
export const migrations = [
  Ledger1764000000001,
  Append1764000000002,
  Organization1764000000003,
  Incident1764000000004,
  Sight1764000000005,
  Command1764000000006,
  ReferencesAndHelp1764000000007,
  Changes1764000000008,
  Checks1764000000009,
  Actions1764000000010,
  Communication1764000000011,
  Log1764000000012,
  GuardrailsAndNudges1764000000013,
  Deviations1764000000014,
  Clocks1764000000015,
  DueClaims1764000000016,
  Playbooks1764000000017,
  After1764000000018,
  Merge1764000000019,
  OrganizationByEvents1764000000020,
];
