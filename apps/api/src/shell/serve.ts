import { buildWeb } from './build-web.ts';
import { openInstallation } from './installation.ts';
import { readSettings, type Settings } from './settings.ts';

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

const noFolder = ({ dataDir }: Settings) =>
  `The folder ${dataDir} cannot be used. Set DATA_DIR to a folder this user may write in.`;
const noDatabase = () =>
  'The database at DATABASE_URL cannot be reached or does not let this user in. See that it runs, and that host, name, user and password are right.';

const explained: Record<string, (settings: Settings) => string> = {
  // A folder that is a file, is not ours, or lies on a disk that takes nothing.
  EEXIST: noFolder,
  ENOTDIR: noFolder,
  EACCES: noFolder,
  EPERM: noFolder,
  EROFS: noFolder,
  // PostgreSQL away, unknown host, wrong password or user, no such database.
  ECONNREFUSED: noDatabase,
  ENOTFOUND: noDatabase,
  '28P01': noDatabase,
  '28000': noDatabase,
  '3D000': noDatabase,
  databaseInUse: ({ dataDir }) =>
    `Another Forspring already runs on ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
  EADDRINUSE: ({ port }) => `Port ${port} is taken. Set PORT to another number.`,
};

const settings = settingsOrExit();
try {
  const webDir = buildWeb();
  const installation = await openInstallation(settings, webDir);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await installation.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  await installation.app.listen({ port: settings.port, host: settings.host });
  const kept =
    installation.database.kind === 'postgresql'
      ? 'PostgreSQL by DATABASE_URL'
      : `the embedded database in ${settings.dataDir} (to try it out; real installations set DATABASE_URL to PostgreSQL 15 or newer)`;
  console.info(`Data is kept in ${kept}.`);
  console.info(`Forspring is ready: ${settings.baseUrl}`);
} catch (error) {
  const { code, message } = error as Error & { code?: string };
  const explain = explained[code ?? ''] ?? explained[message];
  console.error(explain ? explain(settings) : error);
  process.exit(1);
}
