import { describe, expect, it } from '@jest/globals';
import {
  action,
  approved,
  declared,
  given,
  known,
  proposed,
  rejected,
  resolved,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { ActionStatus } from './choices.js';
import { proposeAction } from './propose-action.js';
import type { ProposeAction } from './propose-action.js';

const command: ProposeAction = {
  action,
  call: sampleId('evt', 'call'),
  target: 'service/checkout',
  kind: 'ROLLBACK',
  intent: 'CONTAIN',
};

describe('proposeAction', () => {
  it('takes the id, and claims nothing', () => {
    const { take, due } = given(declared).when(proposeAction, command).then(proposed());
    expect(take).toMatchObject([{ space: 'client-id', key: action, holder: command.call }]);
    expect(due).toBeUndefined();
  });

  it('records the canonical target, and the alias that was given', () => {
    const aliases = [{ alias: 'shop', target: 'service/checkout' }];
    given(declared)
      .when(proposeAction, { ...command, target: ' Shop/Cart', remark: 'Soon' }, { aliases })
      .then(
        proposed({ target: 'service/checkout/cart', givenTarget: 'shop/cart', remark: 'Soon' }),
      );
  });

  it('is already true of the same proposal, approved or not, by alias or not', () => {
    const aliases = [{ alias: 'shop', target: 'service/checkout' }];
    const again = { ...command, target: 'SHOP', call: sampleId('evt', 'again') };
    given(declared, proposed())
      .when(proposeAction, again, { ...known({ status: 'PROPOSED' }), aliases })
      .thenNothing();
    given(declared, proposed(), approved)
      .when(proposeAction, command, known({ status: 'APPROVED' }))
      .thenNothing();
  });

  it.each([
    { target: 'db' },
    { kind: 'RESTART' },
    { intent: 'FIX' },
  ] satisfies Partial<ProposeAction>[])(
    'refuses the id of a proposal with another %j',
    (difference) => {
      given(declared, proposed())
        .when(proposeAction, { ...command, ...difference }, known({ status: 'PROPOSED' }))
        .thenRefused({ code: 'ACTION_EXISTS', action });
    },
  );

  it.each<ActionStatus>(['STARTED', 'EXPIRED', 'FINISHED', 'REJECTED', 'WITHDRAWN'])(
    'refuses the id of an action that is %s',
    (status) => {
      given(declared, proposed(), rejected)
        .when(proposeAction, command, known({ status }))
        .thenRefused('ACTION_EXISTS');
    },
  );

  it('refuses what names no target, after resolution, and a hundred proposals', () => {
    const hundred = Array.from({ length: 100 }, (_, index) =>
      proposed({ action: sampleId('act', `many${index}`) }),
    );
    given(declared, resolved)
      .when(proposeAction, { ...command, target: 'a b' })
      .thenRefused('WRONG_PHASE', { code: 'TARGET_INVALID', suggestion: 'a-b' });
    given(declared, ...hundred.slice(1))
      .when(proposeAction, command)
      .then(proposed());
    given(declared, ...hundred)
      .when(proposeAction, command)
      .thenRefused({ code: 'TOO_MANY_PROPOSALS', open: 100 });
  });

  it('refuses an alias of which too much is named', () => {
    const aliases = [{ alias: 'db', target: 'host/one/orders' }];
    given(declared)
      .when(proposeAction, { ...command, target: 'db/a/b/c/d' }, { aliases })
      .thenRefused({ code: 'TARGET_INVALID', suggestion: null });
  });

  it('needs an incident', () => {
    given().when(proposeAction, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
