/** The PostgreSQL that all test files share; global set-up starts it or takes the one given. */
export type TestServer = {
  /** A superuser (or a role that may create databases and roles). */
  adminUrl: string;
  /** A migrated database whose clock can be set; every test database is a copy of it. */
  template: string;
  app: { user: string; password: string };
  worker: { user: string; password: string };
};

const variable = 'BRIDGELOG_TEST_SERVER';

export const shareServer = (server: TestServer): void => {
  process.env[variable] = JSON.stringify(server);
};

export const sharedServer = (): TestServer => {
  const text = process.env[variable];
  if (text === undefined) throw new Error('run tests by `npm test`: it starts the database');
  return JSON.parse(text) as TestServer;
};

/** The same server, another database or login. */
export const urlOf = (
  { adminUrl }: TestServer,
  database: string,
  login?: { user: string; password: string },
): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (login) {
    url.username = login.user;
    url.password = login.password;
  }
  return url.toString();
};
