import { describe, expect, it } from '@jest/globals';
import { lineage, namesBy, nearestTarget, overlap, parseTarget, unaliased } from './target.js';

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

const aliases = [
  { alias: 'checkout', target: 'service/checkout' },
  { alias: 'svc', target: 'service' },
  { alias: 'svc/pay', target: 'service/payments' },
  { alias: 'db', target: 'host/db-01/orders' },
];

describe('a target by another name', () => {
  it.each([
    ['checkout', 'service/checkout'],
    ['checkout/cart', 'service/checkout/cart'],
    ['checkout-api', 'checkout-api'], // whole segments only
    ['service/checkout', 'service/checkout'],
    ['flag/checkout', 'flag/checkout'], // from the first segment on
    ['svc/search', 'service/search'],
    ['svc/pay', 'service/payments'], // the longest wins
    ['svc/pay/eu', 'service/payments/eu'],
    ['svc/payments', 'service/payments'],
    ['svc/checkout', 'service/checkout'],
    ['svc/svc', 'service/svc'], // once
    ['db', 'host/db-01/orders'],
  ])('%s stands for %s', (given, target) => {
    expect(unaliased(given, aliases)).toBe(target);
    expect(unaliased(target, aliases)).toBe(target);
    expect(unaliased(given, [...aliases].reverse())).toBe(target);
  });

  it('may stand for more than a target can hold', () => {
    expect(parseTarget(unaliased('db/a/b/c', aliases))).toBe('host/db-01/orders/a/b/c');
    expect(parseTarget(unaliased('db/a/b/c/d', aliases))).toBeUndefined();
  });
});

describe('targets within targets', () => {
  it('are known by their whole segments', () => {
    expect(lineage('a/b/c')).toEqual(['a', 'a/b', 'a/b/c']);
    expect(overlap('a/b', 'a/b')).toBe(true);
    expect(overlap('a', 'a/b/c')).toBe(true);
    expect(overlap('a/b/c', 'a')).toBe(true);
    expect(overlap('a/b', 'a/bc')).toBe(false);
    expect(overlap('a/b', 'a/c')).toBe(false);
  });

  it('go by the aliases of what they are a part of, and of their own parts', () => {
    const shop = { alias: 'shop', target: 'service/shop' };
    const cart = { alias: 'the-cart', target: 'service/shop/cart' };
    const other = { alias: 'shopping', target: 'service/shopping' };
    const known = [shop, cart, other];
    expect(namesBy('service/shop', known)).toEqual({
      same: ['service/shop', 'shop'],
      parts: ['the-cart'],
    });
    expect(namesBy('service/shop/cart/eu', known)).toEqual({
      same: ['service/shop/cart/eu', 'shop/cart/eu', 'the-cart/eu'],
      parts: [],
    });
    expect(namesBy('service', known)).toEqual({
      same: ['service'],
      parts: ['shop', 'the-cart', 'shopping'],
    });
    expect(namesBy('flag/x', known)).toEqual({ same: ['flag/x'], parts: [] });
  });
});
