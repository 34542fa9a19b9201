import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Ledger } from './ledger.js';

/** Gives every feature the one ledger of the process. */
@Global()
@Module({})
export class LedgerModule {
  static with(ledger: Ledger): DynamicModule {
    return {
      module: LedgerModule,
      providers: [{ provide: Ledger, useValue: ledger }],
      exports: [Ledger],
    };
  }
}
