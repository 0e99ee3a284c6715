import { Problem } from '../measures/problem.ts';
import type { ProjectStatus } from '../projects/project.ts';

const field = (path: string, code: string) =>
  new Problem({ code: 'invalid', kind: 'invalid', fields: [{ path, code, params: {} }] });
const closed = (code: string) => new Problem({ code, kind: 'closed' });

/** Problems with surveys and their answers. */
export const surveyProblems = {
  notOpen: (status: ProjectStatus) => new Problem({ code: 'survey.notOpen', kind: 'closed', params: { status } }),
  individualTier: () => closed('survey.individualTier'),
  /** A round has begun: what was asked and promised stands. */
  begun: () => closed('survey.begun'),
  isClosed: () => closed('survey.isClosed'),
  answered: () => closed('survey.answered'),
  noCards: () => field('isLinked', 'survey.noCards'),
  unlinkNeeded: () => field('unlinkOn', 'survey.unlinkNeeded'),
  unlinkPassed: () => field('unlinkOn', 'survey.unlinkPassed'),
  unlinkLater: () => field('unlinkOn', 'survey.unlinkLater'),
  unlinkBeforeEnd: () => field('unlinkOn', 'survey.unlinkBeforeEnd'),
  waveTwice: () => field('kind', 'survey.waveTwice'),
  waveBackwards: () => field('closesOn', 'survey.waveBackwards'),
  waveLong: () => field('closesOn', 'survey.waveLong'),
  waveAfterUnlink: () => field('closesOn', 'survey.waveAfterUnlink'),
  waveOrder: () => field('opensOn', 'survey.waveOrder'),
  wavePassed: () => field('closesOn', 'survey.wavePassed'),
  waveOver: () => closed('survey.waveOver'),
  waveOpened: () => field('opensOn', 'survey.waveOpened'),
  waveWaiting: () => closed('survey.waveWaiting'),
  notAnswerable: () => closed('survey.notAnswerable'),
  /** The page was not opened from this server, or was changed. */
  badTicket: () => new Problem({ code: 'survey.badTicket', kind: 'invalid' }),
  badAnswer: () => new Problem({ code: 'survey.badAnswer', kind: 'invalid' }),
  tooMany: () => new Problem({ code: 'survey.tooMany', kind: 'unavailable' }),
};
