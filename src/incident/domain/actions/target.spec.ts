import { describe, expect, it } from '@jest/globals';
import { nearestTarget, parseTarget } from './target.js';

const longest = `service/${'a'.repeat(192)}`;

describe('a target', () => {
  it.each([
    ['service/checkout', 'service/checkout'],
    ['flag/new-cart', 'flag/new-cart'],
    ['db', 'db'],
    ['a/b/c/d/e/f', 'a/b/c/d/e/f'],
    ['host/web_01.eu-west', 'host/web_01.eu-west'],
    ['Service/CHECKOUT', 'service/checkout'],
    ['  service/checkout\n', 'service/checkout'],
    ['\u00a0service/checkout\ufeff', 'service/checkout'],
    ['\u212aafka/orders', 'kafka/orders'], // the Kelvin sign, which NFC makes a K
    [longest, longest],
  ])('%j is %j', (given, target) => {
    expect(parseTarget(given)).toBe(target);
    expect(parseTarget(target)).toBe(target);
  });

  it.each([
    ['', undefined],
    ['   ', undefined],
    ['/', undefined],
    ['a/b/c/d/e/f/g', undefined],
    [`${longest}a`, undefined],
    ['日本', undefined],
    [`x${'-'.repeat(400)}x`, undefined],
    ['/service/checkout', 'service/checkout'],
    ['service/checkout/', 'service/checkout'],
    ['service//checkout', 'service/checkout'],
    ['service / checkout', 'service/checkout'],
    ['Checkout Service', 'checkout-service'],
    ['service:checkout', 'service-checkout'],
    ['service\\checkout', 'service-checkout'],
    ['flag/new-cart?', 'flag/new-cart'],
    ['service/caf\u00e9', 'service/cafe'],
    ['service/cafe\u0301', 'service/cafe'],
    ['\u0130stanbul', 'istanbul'], // a capital I with a dot, which lower case makes two characters
    ['service/check\u0000out', 'service/check-out'],
    ['service/check\u200bout', 'service/check-out'],
  ])('%j is none; the nearest is %j', (given, nearest) => {
    expect(parseTarget(given)).toBeUndefined();
    expect(nearestTarget(given)).toBe(nearest);
  });
});
