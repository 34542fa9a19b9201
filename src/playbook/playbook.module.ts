import { Module } from '@nestjs/common';
import { PlaybookService } from './playbook.service.js';

/** What to check first in an incident, and in which order. */
@Module({ providers: [PlaybookService], exports: [PlaybookService] })
export class PlaybookModule {}
