import { describe, expect, it } from '@jest/globals';
import { created, given, integration, token } from '../../../test/support/given-organization.js';
import { removeIntegration } from './remove-integration.js';

const command = { integration, reason: 'Replaced' };
const known = { integration: { id: integration, removed: false } };

describe('removeIntegration', () => {
  it('revokes its tokens', () => {
    const tokensInUse = [{ id: token, name: 'bot' }];
    const { release } = given(created)
      .when(removeIntegration, command, { ...known, tokensInUse })
      .then(
        { type: 'IntegrationRemoved', data: command },
        { type: 'TokenRevoked', data: { token, reason: 'its integration was removed' } },
      );
    expect(release).toEqual([{ space: 'token-name', key: 'bot', holder: token }]);
  });

  it('is already true of what was removed', () => {
    given(created)
      .when(removeIntegration, command, { integration: { id: integration, removed: true } })
      .thenNothing();
  });

  it('needs an integration and an organization', () => {
    given(created)
      .when(removeIntegration, command, { integration: null })
      .thenRefused({ code: 'INTEGRATION_NOT_FOUND', path: ['input', 'integration'] });
    given().when(removeIntegration, command, known).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});
