import { ConfigError } from './config.js';

const oldest = [22, 18] as const;

/** Throws on a Node that is older than what Bridgelog is tested on. */
export const refuseOldNode = (version = process.versions.node): void => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new ConfigError(
    `Bridgelog needs Node ${oldest.join('.')} or newer, and this is ${version}. ` +
      'Run it by npm, which uses the Node that comes with it on Linux: npm start, npm run bridgelog',
  );
};
