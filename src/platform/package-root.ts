import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of Bridgelog's package.json, from source and from build alike. */
export const packageRoot = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error('package.json is missing above the program');
    folder = dirname(folder);
  }
  return folder;
})();
