/** Unicode code points: what people count as characters, nearly. */
const lengthOf = (text: string): number => Array.from(text).length;

const hasVisible = (text: string): boolean => /[^\p{White_Space}\p{Cf}\p{Cc}]/u.test(text);

/** A lone surrogate is no character: it cannot be stored, and no two tools agree on its bytes. */
const isText = (text: string, max: number): boolean =>
  text.isWellFormed() && text.length <= 2 * max && lengthOf(text) <= max && hasVisible(text);

/** One line of 1 to `max` characters: no control characters, not only white space. */
export const isLine = (text: unknown, max: number): text is string =>
  typeof text === 'string' && isText(text, max) && !/[\p{Cc}\u2028\u2029]/u.test(text);

/** Text of 1 to `max` characters in lines: `\n` and `\t` are the only control characters. */
export const isProse = (text: unknown, max: number): text is string =>
  typeof text === 'string' && isText(text, max) && !/[^\P{Cc}\n\t]/u.test(text);

/** Text of 1 to `max` characters as a program wrote it: with any control character but NUL. */
export const isVerbatim = (text: unknown, max: number): text is string =>
  typeof text === 'string' && isText(text, max) && !text.includes('\0');

/** 1 to 200 printable ASCII characters. */
export const isKey = (text: unknown): text is string =>
  typeof text === 'string' && /^[\x20-\x7e]{1,200}$/.test(text);

/** `<prefix>_` and 26 characters of Crockford's base 32, at most 128 bits. */
export const isTypeId = (text: unknown, prefix: string): text is string =>
  typeof text === 'string' &&
  text.startsWith(`${prefix}_`) &&
  /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text.slice(prefix.length + 1));

/** An address of http or https, as a browser would take it. */
export const isWebAddress = (text: unknown, max: number): text is string =>
  isLine(text, max) && /^https?:\/\/[^\s]+$/i.test(text) && isWithoutLogin(URL.parse(text));

/** A password in an address would stay in the log for good. */
const isWithoutLogin = (url: URL | null): boolean =>
  url !== null && url.username === '' && url.password === '';

/** A decimal number: up to 20 digits before and after the point, as `-0.25`. */
export const isDecimal = (text: unknown): text is string =>
  typeof text === 'string' && /^-?(0|[1-9]\d{0,19})(\.\d{1,20})?$/.test(text);
