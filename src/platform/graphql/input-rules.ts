import { Type } from 'class-transformer';
import type { ValidationOptions } from 'class-validator';
import { ValidateBy, ValidateNested } from 'class-validator';
import { isDecimal, isKey, isLine, isProse, isTypeId, isVerbatim, isWebAddress } from './text.js';

const rule = (
  name: string,
  says: string,
  validate: (value: unknown) => boolean,
  options?: ValidationOptions,
): PropertyDecorator =>
  ValidateBy(
    {
      name,
      validator: { validate, defaultMessage: () => (options?.each ? `each: ${says}` : says) },
    },
    options,
  );

/** One line of 1 to `max` characters, without control characters, not only white space. */
export const IsLine = (max: number, options?: ValidationOptions) =>
  rule(
    'isLine',
    `must be one line of 1 to ${max} characters, not only white space`,
    (value) => isLine(value, max),
    options,
  );

/** Text of 1 to `max` characters, not only white space; line feeds and tabs are allowed. */
export const IsProse = (max: number, options?: ValidationOptions) =>
  rule(
    'isProse',
    `must be text of 1 to ${max} characters, not only white space`,
    (value) => isProse(value, max),
    options,
  );

/** Text of 1 to `max` characters as a program wrote it, not only white space; no NUL. */
export const IsVerbatim = (max: number, options?: ValidationOptions) =>
  rule(
    'isVerbatim',
    `must be text of 1 to ${max} characters, not only white space, without NUL`,
    (value) => isVerbatim(value, max),
    options,
  );

/** An id with this prefix, as in `inc_01h455vb4pex5vsknk084sn02q`. */
export const IsTypeId = (prefix: string, options?: ValidationOptions) =>
  rule('isTypeId', `must be an id: ${prefix}_...`, (value) => isTypeId(value, prefix), options);

/** An idempotency key: 1 to 200 printable ASCII characters. */
export const IsKey = (options?: ValidationOptions) =>
  rule('isKey', 'must be 1 to 200 printable ASCII characters', isKey, options);

/** An address of http or https of up to `max` characters. */
export const IsWebAddress = (max: number, options?: ValidationOptions) =>
  rule(
    'isWebAddress',
    `must be an address of http or https of up to ${max} characters`,
    (value) => isWebAddress(value, max),
    options,
  );

/** A decimal number as text, as `-0.25`: up to 20 digits before and after the point. */
export const IsDecimal = (options?: ValidationOptions) =>
  rule('isDecimal', 'must be a decimal number, as -0.25', isDecimal, options);

/** An input object, or a list of them, whose own rules are checked too. */
export const IsInput =
  (of: () => new () => object): PropertyDecorator =>
  (target, property) => {
    Type(of)(target, property);
    ValidateNested()(target, property);
  };
