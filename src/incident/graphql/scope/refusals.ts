import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({ SCOPE_INCONSISTENT: 'What was said of the scope contradicts itself.' });
