import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { ID, TypeMetadataStorage } from '@nestjs/graphql';
import { Allow, getMetadataStorage } from 'class-validator';
import type { Newable } from './newable.js';

type Property = ReturnType<
  typeof TypeMetadataStorage.getInputTypesMetadata
>[number]['properties'] extends readonly (infer P)[] | undefined
  ? P
  : never;

/**
 * Refuses to start with an input field that nothing checks: text or an id without a rule, a list
 * without a bound, an input object whose own rules would not run. What GraphQL has checked in
 * full (numbers, flags, enums, our scalars) needs no rule and is let through the pipe.
 */
@Injectable()
export class InputCoverage implements OnApplicationBootstrap {
  onApplicationBootstrap(): void {
    const types = [
      ...TypeMetadataStorage.getInputTypesMetadata(),
      ...TypeMetadataStorage.getArgumentsMetadata(),
    ];
    const gaps = types.flatMap(({ target, properties = [] }) =>
      properties.flatMap((property) => gapOf(target as Newable, property)),
    );
    if (gaps.length > 0) throw new Error(`Input that nothing checks: ${gaps.join('; ')}`);
  }
}

const gapOf = (target: Newable, property: Property): string[] => {
  const rules = rulesOn(target, property.name);
  const type: unknown = property.typeFn();
  const place = `${target.name}.${property.name}`;
  if (property.options.isArray === true && !rules.has('arrayMaxSize')) {
    return [`${place} needs @ArrayMaxSize`];
  }
  if (isInputType(type)) return rules.has('nestedValidation') ? [] : [`${place} needs @IsInput`];
  if (rules.size > 0) return [];
  if (type === String || type === ID) return [`${place} needs a rule, as @IsLine`];
  Allow()(target.prototype, property.name);
  return [];
};

/** Names of the rules on a property; that it may be absent is none. */
const rulesOn = (target: Newable, property: string): ReadonlySet<string> =>
  new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(target, '', true, false)
      .filter((rule) => rule.propertyName === property && rule.type !== 'conditionalValidation')
      .map((rule) => rule.name ?? rule.type),
  );

const isInputType = (type: unknown): boolean =>
  typeof type === 'function' &&
  TypeMetadataStorage.getInputTypeMetadataByTarget(type as Newable) !== undefined;
