import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf } from '../../kernel/actor-of.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { Actor } from '../../platform/graphql/event.js';
import { ConnectionArgs, pageOf } from '../../platform/graphql/page.js';
import { referenceOf } from '../domain/playbook.js';
import { PlaybookReads, type VersionView } from '../playbook.reads.js';
import type { PlaybookView } from '../views/playbooks.query.js';
import { writePlaybook } from '../yaml/write.js';
import { Playbook, PlaybookVersion } from './playbook.type.js';

const PlaybookVersionConnection = connectionOf(PlaybookVersion).Connection;

@Resolver(() => Playbook)
export class PlaybookFieldsResolver {
  constructor(private readonly reads: PlaybookReads) {}

  @ResolveField(() => PlaybookVersion, { description: 'What it says now.' })
  latest(@Parent() playbook: PlaybookView, @Context() context: OperationContext) {
    return this.reads.version(context, referenceOf(playbook));
  }

  @ResolveField(() => PlaybookVersionConnection, { description: 'Its versions, latest first.' })
  versions(
    @Parent() { id }: PlaybookView,
    @Context() context: OperationContext,
    @Args() page: ConnectionArgs,
  ) {
    return this.reads.versions(context, id, pageOf(page));
  }
}

@Resolver(() => PlaybookVersion)
export class PlaybookVersionFieldsResolver {
  constructor(private readonly reads: PlaybookReads) {}

  @ResolveField(() => String, {
    description: 'The file that says the same, with nothing left out. Comments are not kept.',
  })
  yaml(@Parent() { name, content }: VersionView) {
    return writePlaybook(name, content);
  }

  @ResolveField(() => Playbook, {
    nullable: true,
    description: 'The playbook as it stands now; null for the built-in one.',
  })
  playbook(@Parent() { playbook }: VersionView, @Context() context: OperationContext) {
    return playbook === null ? null : this.reads.byId(context, playbook);
  }

  @ResolveField(() => Actor, {
    nullable: true,
    description: 'Who published it; null for the built-in one.',
  })
  publishedBy(@Parent() { publishedBy }: VersionView) {
    return publishedBy === null ? null : actorOf(publishedBy);
  }
}
