import { Global, Module } from '@nestjs/common';
import { ClocksService } from './clocks.service.js';

/** Gives every feature the clock that tells it when a time has come. */
@Global()
@Module({ providers: [ClocksService], exports: [ClocksService] })
export class ClocksModule {}
