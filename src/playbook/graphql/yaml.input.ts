import { Field, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../platform/graphql/command-input.js';
import { IsVerbatim } from '../../platform/graphql/input-rules.js';
import { maxBytes } from '../yaml/file.js';

/** A command that brings the file of a playbook. */
@InputType({ isAbstract: true })
export abstract class YamlInput extends CommandInput {
  @Field({ description: 'The file, as YAML or JSON: 256 KiB at most. `playbookSchema` says how.' })
  @IsVerbatim(maxBytes)
  yaml!: string;
}
