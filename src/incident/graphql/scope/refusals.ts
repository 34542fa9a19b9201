import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';

@ObjectType({
  description: 'Some of the evidence is no entry of the log of this incident.',
  implements: () => [Refusal],
})
class EvidenceUnknown extends Refusal {
  @Field(() => [ID], { description: 'The ids that no entry has.' })
  evidence!: readonly string[];
}

refusalType({ SCOPE_INCONSISTENT: 'What was said of the scope contradicts itself.' });
refusalType({ EVIDENCE_UNKNOWN: 'Some of the evidence is no entry of this log.' }, EvidenceUnknown);
