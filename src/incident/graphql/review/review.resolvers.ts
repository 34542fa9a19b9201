import { ReviewsReads } from '../../reads/reviews.reads.js';
import { ChangeReviewResolver } from './change-review.resolver.js';
import { IncidentReviewResolver } from './incident-review.resolver.js';
import { IncidentsByReviewResolver } from './incidents-by-review.resolver.js';
import { PublishReviewResolver } from './publish-review.resolver.js';
import { RecordFindingResolver } from './record-finding.resolver.js';
import { ReviewStartedAlreadyResolver } from './refusals.resolver.js';
import { FindingResolver, ReviewResolver } from './review.resolver.js';
import { ReviseFindingResolver } from './revise-finding.resolver.js';
import { StartReviewResolver } from './start-review.resolver.js';
import { WithdrawFindingResolver } from './withdraw-finding.resolver.js';

export const reviewResolvers = [
  ...[ReviewsReads, IncidentReviewResolver, ReviewResolver, FindingResolver],
  ...[StartReviewResolver, ChangeReviewResolver, PublishReviewResolver],
  ...[RecordFindingResolver, ReviseFindingResolver, WithdrawFindingResolver],
  ...[IncidentsByReviewResolver, ReviewStartedAlreadyResolver],
];
