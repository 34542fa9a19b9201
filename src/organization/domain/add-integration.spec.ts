import { describe, it } from '@jest/globals';
import { created, given, integration } from '../../../test/support/given-organization.js';
import { addIntegration } from './add-integration.js';

const command = { integration, name: 'Chat bot' };

describe('addIntegration', () => {
  it('adds it', () => {
    given(created)
      .when(addIntegration, command, { integration: null })
      .then({ type: 'IntegrationAdded', data: command });
  });

  it('refuses an id that is taken', () => {
    given(created)
      .when(addIntegration, command, { integration: { id: integration, removed: false } })
      .thenRefused({ code: 'INTEGRATION_EXISTS', integration });
  });

  it('adds one again that was removed', () => {
    given(created)
      .when(addIntegration, command, { integration: { id: integration, removed: true } })
      .then({ type: 'IntegrationAdded', data: command });
  });

  it('needs an organization', () => {
    given().when(addIntegration, command).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});
