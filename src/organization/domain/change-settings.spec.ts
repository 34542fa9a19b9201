import { describe, it } from '@jest/globals';
import { created, given } from '../../../test/support/given-organization.js';
import { changeSettings } from './change-settings.js';

describe('changeSettings', () => {
  it('records what differs, and nothing else', () => {
    given(created)
      .when(changeSettings, { name: 'Globex', restrictNewIncidents: false })
      .then({ type: 'SettingsChanged', data: { organizationName: 'Globex' } });
    given(created)
      .when(changeSettings, { name: 'Acme', restrictNewIncidents: true })
      .then({ type: 'SettingsChanged', data: { restrictNewIncidents: true } });
  });

  it('is already true of what is so, and of nothing', () => {
    given(created)
      .when(changeSettings, { name: 'Acme', restrictNewIncidents: false })
      .thenNothing();
    given(created).when(changeSettings, {}).thenNothing();
  });

  it('needs an organization', () => {
    given().when(changeSettings, { name: 'Acme' }).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});
