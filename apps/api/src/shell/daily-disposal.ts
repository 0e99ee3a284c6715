import type { Database } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { closeOne, dueSurveys } from '@forspring/database/surveys/close-surveys';
import { disposeLogs, disposeReceipts } from '@forspring/database/trust/dispose-logs';
import { disposeProject, type Removed } from '@forspring/database/trust/dispose-project';
import { readRetained } from '@forspring/database/trust/retained-project.view';
import { dueOf } from '@forspring/domain/trust/retention.rules';
import type { Clock } from '../kernel/clock.ts';

/** What a run did: the projects it removed rows of, and how many transactions failed. */
export interface DisposalRun {
  projects: { projectId: string; removed: Removed }[];
  failedCount: number;
}

/**
 * Removes everything that is due and not held back, one transaction for each project and each municipality: a crash loses
 * nothing, the next run finds what is left. What fails is told to `onFailure` and does not stop the others.
 */
export async function disposeDue(
  database: Database,
  clock: Clock,
  onFailure: (error: unknown) => void = () => {},
): Promise<DisposalRun> {
  const run: DisposalRun = { projects: [], failedCount: 0 };
  const time = { now: clock.now(), today: clock.today() };
  const attempt = async (work: (db: ReturnType<typeof reader>) => Promise<void>) => {
    try {
      await database.fork().transactional((em) => work(reader(em)));
    } catch (error) {
      run.failedCount += 1;
      onFailure(error);
    }
  };
  for (const surveyId of await dueSurveys(reader(database.fork()), time.today))
    await attempt((db) => closeOne(db, surveyId, time.today));
  const projects = await readRetained(reader(database.fork()), 'everywhere');
  for (const project of projects) {
    const due = dueOf(project);
    if (project.rowCount === 0 || due === null || due.dueOn > time.today) continue;
    await attempt(async (db) => {
      const removed = await disposeProject(db, project.id, time);
      if (removed !== null) run.projects.push({ projectId: project.id, removed });
    });
  }
  const municipalities = await reader(database.fork()).selectFrom('municipality').select('id').execute();
  for (const { id } of municipalities) await attempt((db) => disposeLogs(db, id, time));
  await attempt((db) => disposeReceipts(db, time.now));
  return run;
}

const checkEveryMs = 15 * 60_000;

/**
 * Runs {@link disposeDue} at once and then on every new day of the clock. `stop` waits for a run that is under way.
 */
export function startDailyDisposal(
  database: Database,
  clock: Clock,
  onFailure: (error: unknown) => void,
): { stop(): Promise<void> } {
  let lastOn = '';
  let running: Promise<unknown> = Promise.resolve();
  const check = () => {
    const today = clock.today();
    if (today === lastOn) return;
    lastOn = today;
    running = running.then(() => disposeDue(database, clock, onFailure)).catch(onFailure);
  };
  check();
  const timer = setInterval(check, checkEveryMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
