// Fails if package-lock.json is not what `npm ci` needs on every machine: complete for all
// platforms, and without the address of the registry that somebody happened to use.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

/** Where Node would look for a dependency of the package at `path`, nearest first. */
const placesOf = (path, name) => {
  const folders = path.split('/node_modules/');
  return folders
    .map((_, depth) => folders.slice(0, folders.length - depth).join('/node_modules/'))
    .concat('')
    .map((folder) => `${folder}${folder === '' ? '' : '/'}node_modules/${name}`);
};

const faults = Object.entries(packages).flatMap(([path, { optionalDependencies, resolved }]) => [
  ...Object.keys(optionalDependencies ?? {})
    .filter((name) => !placesOf(path, name).some((place) => place in packages))
    .map((name) => `${path || 'package.json'}: the optional dependency ${name} has no entry`),
  ...(resolved === undefined ? [] : [`${path}: "resolved" names an address`]),
]);

for (const fault of faults) console.error(fault);
console.log(`package-lock.json: ${Object.keys(packages).length} entries, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
