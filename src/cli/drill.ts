import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { DrillFailed } from '../drill/play.js';
import { runDrill } from '../drill/run-drill.js';
import { readScript } from '../drill/script.js';
import { readConfig } from '../platform/config.js';
import { packageRoot } from '../platform/package-root.js';
import { CommandFailed } from './command-failed.js';

const usual = 'cloudflare-2019-07-02';

const asSpeed = (text: string): number => {
  const speed = Number(text);
  if (speed > 0 && Number.isFinite(speed)) return speed;
  throw new InvalidArgumentError('it is how many times faster than real time, as 120');
};

export const drillCommand = (): Command =>
  new Command('drill')
    .description('Play a real incident against a server of its own, and check what its clients saw')
    .argument('[script]', 'a name in drills/, or the path of a script', usual)
    .option('--speed <times>', 'how many times faster than real time', asSpeed, 120)
    .option('--instant', 'as fast as it goes')
    .action(async (name: string, { speed, instant }: { speed: number; instant?: true }) => {
      const path = name.endsWith('.json')
        ? resolve(name)
        : join(packageRoot, 'drills', `${name}.json`);
      try {
        await runDrill({
          script: readScript(path),
          config: readConfig(process.env),
          speed: instant ? undefined : speed,
          say: (line) => console.log(line),
        });
      } catch (error) {
        if (error instanceof DrillFailed)
          throw new CommandFailed(`The drill failed: ${error.message}`);
        throw error;
      }
      console.log('The drill went as it should.');
    });
