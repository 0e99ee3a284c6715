import { z } from 'zod';
import { id } from '@forspring/domain/measures/ids';
import { cardLanguages } from '@forspring/domain/participation/card';
import { mayServeKiosk } from '@forspring/domain/participation/kiosk.abilities';
import {
  linkSheet,
  shownSurveys,
  surveyChangeInput,
  surveyInput,
  waveChangeInput,
  waveInput,
} from '@forspring/domain/surveys/survey';
import {
  mayEditSurveys,
  mayHandOutSurveys,
  mayViewSurveyResults,
  mayViewSurveys,
} from '@forspring/domain/surveys/survey.abilities';
import { shownSurveyResults } from '@forspring/domain/surveys/survey-results';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addSurvey } from './add-survey.ts';
import { addWave } from './add-wave.ts';
import { closeSurvey } from './close-survey.ts';
import { endWave } from './end-wave.ts';
import { exportLink } from './export-link.ts';
import { listAtKiosk, openAtKiosk } from './list-at-kiosk.ts';
import { listSurveys } from './list-surveys.ts';
import { removeSurvey } from './remove-survey.ts';
import { setSurvey } from './set-survey.ts';
import { setWave } from './set-wave.ts';
import { showResults } from './show-results.ts';
import { projectOfSurvey, projectOfWave } from './survey.store.ts';

const bySurvey = projectOf('surveyId', projectOfSurvey);
const byWave = projectOf('waveId', projectOfWave);
const versioned = z.object({ id, version: z.number().int() });
const surveyRef = z.object({ surveyId: id, baseVersion: z.number().int().min(1) });
const waveRef = z.object({ waveId: id, baseVersion: z.number().int().min(1) });

/** Surveys for staff: planning them, their rounds and links, and what was answered in sum. */
export const surveyRouter = router({
  list: query
    .onProject(mayViewSurveys)
    .output(shownSurveys)
    .query(({ ctx }) => listSurveys(ctx)),
  add: command
    .onProject(mayEditSurveys)
    .input(surveyInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addSurvey(ctx, input)),
  set: command
    .within(bySurvey, mayEditSurveys)
    .input(surveyChangeInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setSurvey(ctx, input)),
  remove: command
    .within(bySurvey, mayEditSurveys)
    .input(surveyRef)
    .output(z.object({ id }))
    .mutation(({ ctx, input }) => removeSurvey(ctx, input)),
  addWave: command
    .within(bySurvey, mayEditSurveys)
    .input(waveInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addWave(ctx, input)),
  setWave: command
    .within(byWave, mayEditSurveys)
    .input(waveChangeInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setWave(ctx, input)),
  endWave: command
    .within(byWave, mayEditSurveys)
    .input(waveRef)
    .output(z.object({ endedOn: z.string() }))
    .mutation(({ ctx, input }) => endWave(ctx, input)),
  close: command
    .within(bySurvey, mayEditSurveys)
    .input(surveyRef)
    .output(z.object({ closedOn: z.string() }))
    .mutation(({ ctx, input }) => closeSurvey(ctx, input)),
  exportLink: query
    .within(byWave, mayHandOutSurveys)
    .input(z.object({ waveId: id, language: z.enum(cardLanguages) }))
    .output(linkSheet)
    .query(({ ctx, input }) => exportLink(ctx, input)),
  showResults: query
    .within(bySurvey, mayViewSurveyResults)
    .input(z.object({ surveyId: id }))
    .output(shownSurveyResults)
    .query(({ ctx, input }) => showResults(ctx, input)),
  listAtKiosk: query
    .atKiosk(mayServeKiosk)
    .output(openAtKiosk)
    .query(({ ctx }) => listAtKiosk(ctx)),
});
