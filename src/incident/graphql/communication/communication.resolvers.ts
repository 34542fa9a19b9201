import { PublishUpdateResolver } from './publish-update.resolver.js';

export const communicationResolvers = [PublishUpdateResolver];
