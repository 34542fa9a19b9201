/**
 * A process that opens an embedded database, so that tests can kill it.
 * Arguments: folder, purpose, umask (octal). Prints one line of JSON; closes when told "close".
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

const [folder, purpose, umask] = process.argv.slice(2);
process.umask(Number.parseInt(umask, 8));
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const said = [];

const { openEmbedded } = await import('../../src/platform/embedded/embedded.ts');
try {
  const database = await openEmbedded({ folder, purpose, say: (line) => said.push(line) });
  tell({ database, said });
  for await (const chunk of process.stdin) {
    if (String(chunk).includes('close')) break;
  }
  await database.close();
  process.exit(0);
} catch (error) {
  tell({ refusal: { name: error.name, message: error.message }, said });
  process.exit(1);
}
