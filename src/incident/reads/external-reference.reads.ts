import { Injectable } from '@nestjs/common';
import type { OperationContext } from '../../platform/graphql/context.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import { readReferencesOf, type ReferenceView } from '../views/external-references.query.js';

/** What is bound to incidents, in one query per batch. */
@Injectable()
export class ExternalReferenceReads {
  private readonly references = perOperation(({ reads }) =>
    listLoader(
      (incidents) => readReferencesOf(reads, incidents),
      ({ incident }) => incident,
    ),
  );

  of(context: OperationContext, incident: string): Promise<readonly ReferenceView[]> {
    return this.references(context).load(incident);
  }
}
