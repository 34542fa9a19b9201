import type { ArgumentMetadata } from '@nestjs/common';
import { Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { BadField } from './errors.js';
import { badUserInput } from './errors.js';

/** Checks every input against the rules on its class; BAD_USER_INPUT names each bad field. */
@Injectable()
export class InputValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      transform: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => new BadInput(errors.flatMap((error) => fieldsOf(error, []))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      const argument = metadata.data === undefined ? [] : [metadata.data];
      throw badUserInput(
        error.fields.map(({ path, message }) => ({ path: [...argument, ...path], message })),
      );
    }
  }
}

/** The pipe alone knows the name of the argument, so the paths are completed there. */
class BadInput extends Error {
  constructor(readonly fields: readonly BadField[]) {
    super('Bad input');
  }
}

const fieldsOf = (error: ValidationError, above: readonly string[]): BadField[] => {
  const path = [...above, error.property];
  return [
    ...Object.values(error.constraints ?? {}).map((message) => ({ path, message })),
    ...(error.children ?? []).flatMap((child) => fieldsOf(child, path)),
  ];
};
