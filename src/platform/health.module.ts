import {
  Controller,
  Get,
  Inject,
  Module,
  ServiceUnavailableException,
  type DynamicModule,
} from '@nestjs/common';
import { AppPool } from './database/app-pool.js';

/** What an operator should know of how the server was started. */
export abstract class Standing {
  /** `single-role`: nothing but triggers keeps the login of requests from changing events. */
  abstract readonly protection: 'full' | 'single-role';
  /** `test`: a person may set the clock that recordedAt is read from. */
  abstract readonly clock: 'real' | 'test';
}

@Controller()
class HealthController {
  constructor(
    private readonly app: AppPool,
    @Inject(Standing) private readonly standing: Standing,
  ) {}

  /** 200 when the database answers, 503 when it does not. Open to all: it tells no data. */
  @Get('health')
  async health() {
    const { protection, clock } = this.standing;
    try {
      await this.app.pool.query('select 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'down', database: 'no answer' });
    }
    return { status: 'up', protection, clock };
  }
}

@Module({})
export class HealthModule {
  static with(standing: Standing): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: Standing, useValue: standing }],
    };
  }
}
