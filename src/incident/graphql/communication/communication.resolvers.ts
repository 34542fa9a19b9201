import { CommunicationReads } from '../../reads/communication.reads.js';
import './refusals.js';
import { IncidentCommunicationResolver } from './incident-communication.resolver.js';
import { PromiseUpdateResolver } from './promise-update.resolver.js';
import { PublishUpdateResolver } from './publish-update.resolver.js';
import { RetractUpdateResolver } from './retract-update.resolver.js';
import { UpdateDraftResolver } from './update-draft.resolver.js';
import { UpdateTemplatesResolver } from './update-templates.resolver.js';

export const communicationResolvers = [
  CommunicationReads,
  PublishUpdateResolver,
  PromiseUpdateResolver,
  RetractUpdateResolver,
  IncidentCommunicationResolver,
  UpdateDraftResolver,
  UpdateTemplatesResolver,
];
