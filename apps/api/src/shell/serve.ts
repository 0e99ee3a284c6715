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

const explained: Record<string, (settings: Settings) => string> = {
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
