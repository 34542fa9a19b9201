import fc from 'fast-check';
import { engageHelp } from '../../../src/incident/domain/help/engage-help.js';
import type { Help } from '../../../src/incident/domain/help/help.js';
import { releaseHelp } from '../../../src/incident/domain/help/release-help.js';
import { requestHelp } from '../../../src/incident/domain/help/request-help.js';
import { ada, grace } from '../given-incident.js';
import { sampleId } from '../given.js';
import { attempts, words } from './attempt.js';
import type { Past } from './attempt.js';
import { grantsIn } from './sight.js';

const help = fc.nat(3).map((n) => sampleId('hlp', String(n)));
const who = fc.constantFrom({ helper: ada }, { helper: grace }, { party: 'DNS provider' });

const knownHelp = ({ help: id }: { readonly help: string }, { rows, streamId }: Past) => {
  const row = rows.find('help', id);
  if (row?.['incident'] !== streamId) return {};
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return { known: { ...said, help: id } as unknown as Help };
};

const told = (command: { readonly help: string }, past: Past) => {
  const { known } = knownHelp(command, past);
  const others = past.rows
    .all('help')
    .filter((row) => row['incident'] === past.streamId && row.id !== command.help);
  return {
    known,
    grants: grantsIn(past),
    helperExists: true,
    helpsOtherwise: others.some(
      (row) => row['state'] === 'ENGAGED' && row['helper'] === known?.helper,
    ),
  };
};

const requests = attempts(
  requestHelp,
  fc.record({ help, request: fc.uuid(), need: words }),
  false,
  knownHelp,
);
const engagements = attempts(
  engageHelp,
  fc.tuple(help, who).map(([id, helper]) => ({ help: id, ...helper })),
  true,
  told,
);
const releases = attempts(releaseHelp, fc.record({ help }), true, told);

/** Few attempts name a request that is waiting: engagements are tried more often. */
export const helpAttempts = [requests, engagements, engagements, engagements, releases];
