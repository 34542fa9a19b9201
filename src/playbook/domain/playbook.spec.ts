import { describe, expect, it } from '@jest/globals';
import { builtIn, builtInContent } from '../../../test/support/given-playbook.js';
import { saysTheSame } from './content.js';
import { parseReference, playbookOf, referenceOf } from './playbook.js';

describe('a version of a playbook', () => {
  it('is off, and reminds of nothing, where it says nothing', () => {
    const content = { ...builtInContent, guardrails: [], clocks: [] };
    const { guardrails, clocks, silence } = playbookOf({ name: 'old', version: 1 }, content);
    expect(Object.keys(guardrails)).toEqual(Object.keys(builtIn.guardrails));
    expect(guardrails.NO_COMMANDER).toEqual({
      ...{ SEV1: 'OFF', SEV2: 'OFF', SEV3: 'OFF', SEV4: 'OFF', SEV5: 'OFF' },
    });
    expect(clocks.STALLED.SEV1).toBeNull();
    expect(silence.CUSTOMERS.SEV5).toBeNull();
  });

  it('says the same in any order of its fields, and with nothing for what is absent', () => {
    const turned = Object.fromEntries(Object.entries(builtInContent).reverse());
    expect(saysTheSame(builtInContent, turned as typeof builtInContent)).toBe(true);
    const { description, ...rest } = builtInContent;
    expect(description).toBeDefined();
    expect(saysTheSame({ ...rest, description: undefined }, rest)).toBe(true);
    expect(saysTheSame(builtInContent, rest)).toBe(false);
    const checks = builtInContent.checks.toReversed();
    expect(saysTheSame(builtInContent, { ...builtInContent, checks })).toBe(false);
  });

  it.each([
    ['shop', { name: 'shop', version: undefined }],
    ['shop@12', { name: 'shop', version: 12 }],
    ...['shop@', 'shop@0', 'shop@01', 'shop@1.5', 'Shop', '@1', 'a@1@2', ''].map(
      (given) => [given, undefined] as const,
    ),
  ] as const)('is referred to: %j', (given, parsed) => {
    expect(parseReference(given)).toEqual(parsed);
    if (parsed?.version !== undefined) expect(referenceOf(parsed)).toBe(given);
  });
});
