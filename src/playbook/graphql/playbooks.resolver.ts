import { Args, ArgsType, Context, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { choiceEnum } from '../../platform/graphql/choice-enum.js';
import { said } from '../../platform/graphql/command-input.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsVerbatim } from '../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../platform/graphql/page.js';
import { builtInContent } from '../built-in.js';
import * as choices from '../domain/choices.js';
import { referenceOf } from '../domain/playbook.js';
import { PlaybookReads } from '../playbook.reads.js';
import { PlaybookService, type Chosen } from '../playbook.service.js';
import { maxBytes } from '../yaml/file.js';
import { saidIn } from '../yaml/read.js';
import { playbookSchemaText } from '../yaml/schema.js';
import { Playbook, PlaybookChoice, PlaybookProblem, PlaybookVersion } from './playbook.type.js';

const PlaybookConnection = connectionOf(Playbook).Connection;
const Severity = choiceEnum(choices.severity);
const IncidentMode = choiceEnum(choices.mode);

@ArgsType()
class PlaybookArgs {
  @Field({ description: 'What programs call it.' })
  @IsLine(60)
  name!: string;

  @Field(() => Int, { nullable: true, description: 'The latest version unless given.' })
  @IsOptional()
  @Min(1)
  version?: number | null;
}

@ArgsType()
class OccasionArgs {
  @Field(() => Severity, { description: 'Its severity.' })
  severity!: choices.Severity;

  @Field(() => IncidentMode, { defaultValue: 'REAL', description: 'Its mode: REAL unless given.' })
  mode!: choices.Mode;

  @Field(() => String, { nullable: true, description: 'The service where it is noticed.' })
  @IsOptional()
  @IsLine(100)
  service?: string | null;
}

@ArgsType()
class FileArgs {
  @Field({ description: 'The file.' })
  @IsVerbatim(maxBytes)
  yaml!: string;

  @Field(() => String, { nullable: true, description: 'The playbook that it is for, by name.' })
  @IsOptional()
  @IsLine(60)
  name?: string | null;
}

@Resolver()
export class PlaybooksResolver {
  constructor(
    private readonly reads: PlaybookReads,
    private readonly playbooks: PlaybookService,
  ) {}

  @Requires('VIEWER')
  @Query(() => PlaybookConnection, {
    name: 'playbooks',
    description: 'The playbooks of the organization, by name, retired ones included.',
  })
  list(@Context() context: OperationContext, @Args() page: ConnectionArgs) {
    return this.reads.list(context, pageOf(page));
  }

  @Requires('VIEWER')
  @Query(() => PlaybookVersion, {
    nullable: true,
    description: 'What a playbook says, also the built-in one; null if there is none.',
  })
  playbook(@Args() { name, version }: PlaybookArgs, @Context() context: OperationContext) {
    return this.reads.named(context, name, said(version));
  }

  @Requires('VIEWER')
  @Query(() => PlaybookChoice, {
    description: 'The playbook that an incident would be run by if it were declared now.',
  })
  async chosenPlaybook(@Args() occasion: OccasionArgs, @Context() context: OperationContext) {
    const { organization } = context.viewer;
    const { severity, mode } = occasion;
    const chosen = await this.playbooks.planned(organization, {
      ...{ severity, mode, service: said(occasion.service) },
    });
    const { rule, playbook } = chosen;
    const version = await this.reads.version(context, referenceOf(playbook));
    return { playbook: version, rule, why: reasonOf(chosen) };
  }

  /** Not for viewers: a large file takes the parser more than a second. */
  @Requires('RESPONDER')
  @Query(() => [PlaybookProblem], {
    description: 'All that is wrong with the file of a playbook; empty if it is right.',
  })
  checkPlaybook(@Args() { yaml, name }: FileArgs) {
    return saidIn(yaml, said(name), builtInContent).said.problems ?? [];
  }

  @Requires('VIEWER')
  @Query(() => String, { description: 'The JSON schema (2020-12) of the file of a playbook.' })
  playbookSchema() {
    return playbookSchemaText;
  }
}

const reasonOf = ({ playbook, rule }: Chosen): string =>
  rule === null
    ? 'No rule of a playbook holds, so it is the built-in one'
    : `A rule of ${referenceOf(playbook)} holds, with priority ${rule.priority}`;
