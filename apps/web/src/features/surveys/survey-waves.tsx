import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { api, trpc } from '../../kernel/api.ts';
import { type ShownSurvey, type ShownSurveys, type ShownWave, waveKinds } from '@forspring/domain/surveys/survey';
import { fileName, keepFile } from '@forspring/ui/csv';
import { StatusBadge } from '@forspring/ui/tier';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import type { WireProblem } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { surveyWords } from './survey.words.ts';
import { WaveForm } from './wave-form.tsx';

const looks = { waiting: 'plain', open: 'strong', over: 'quiet' } as const;

/** The rounds of a survey: when, how many answered of how many asked, and the link to hand out. */
export function SurveyWaves({ survey, abilities }: { survey: ShownSurvey; abilities: ShownSurveys['abilities'] }) {
  const words = useWords(surveyWords);
  const [isAdding, setAdding] = useState(false);
  const left = waveKinds.filter((kind) => survey.waves.every((wave) => wave.kind !== kind));
  const mayEdit = abilities.edit && survey.closedOn === null;
  return (
    <section className="sv-waves">
      <h4>{words.waves}</h4>
      {survey.waves.length > 0 && (
        <ul>
          {survey.waves.map((wave) => (
            <li key={wave.id}>
              <Wave surveyId={survey.id} wave={wave} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      )}
      {survey.waves.some(({ state, path }) => state === 'open' && path !== null) && (
        <p className="fs-help">{words.kioskHint}</p>
      )}
      {isAdding && <WaveForm surveyId={survey.id} wave={null} kinds={left} onDone={() => setAdding(false)} />}
      {mayEdit && !isAdding && left.length > 0 && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {words.addWave}
        </Button>
      )}
    </section>
  );
}

function Wave({ surveyId, wave, mayEdit }: { surveyId: string; wave: ShownWave; mayEdit: boolean }) {
  const words = useWords(surveyWords);
  const { dayRange, counted, number } = useFormats();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <WaveForm surveyId={surveyId} wave={wave} kinds={[]} onDone={() => setEditing(false)} />;
  const asked = wave.askedCount === null ? words.askedUnknown : words.ofAsked(number(wave.askedCount));
  return (
    <div className="sv-wave">
      <p className="sv-wave-line">
        <strong>{words.waveKinds[wave.kind]}</strong>
        <StatusBadge label={words.waveStates[wave.state]} look={looks[wave.state]} />
        <span>{dayRange(wave.opensOn, wave.endedOn ?? wave.closesOn)}</span>
        <span>
          {wave.answerCount !== null && `${counted(wave.answerCount, words.answers)} `}
          {asked}
        </span>
        {wave.doubleCount !== null && wave.doubleCount > 0 && (
          <span className="fs-quiet">{counted(wave.doubleCount, words.doubles)}</span>
        )}
      </p>
      <div className="sv-actions">
        {wave.path !== null && wave.state !== 'over' && <HandOut wave={wave} path={wave.path} />}
        {mayEdit && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            {words.editWave}
          </Button>
        )}
        {mayEdit && wave.state === 'open' && <EndWave wave={wave} />}
      </div>
    </div>
  );
}

/** The public address to copy, and a sheet with its QR. */
function HandOut({ wave, path }: { wave: ShownWave; path: string }) {
  const words = useWords(surveyWords);
  const language = useLanguage();
  const { textOf } = useProblemWords();
  const [isCopied, setCopied] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WireProblem | null>(null);
  const address = `${window.location.origin}${path}`;
  async function keepSheet() {
    setBusy(true);
    setProblem(null);
    try {
      const { base64 } = await api.surveys.exportLink.query({ waveId: wave.id, language });
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
      keepFile(fileName(words.sheetName, 'pdf'), new Blob([bytes], { type: 'application/pdf' }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <a className="sv-link" href={path} target="_blank" rel="noreferrer">
        {words.link}: {address}
      </a>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
      <Button variant="default" size="compact-sm" loading={isBusy} onClick={() => void keepSheet()}>
        {words.sheet}
      </Button>
      {problem !== null && <p role="alert">{textOf(problem)}</p>}
    </>
  );
}

function EndWave({ wave }: { wave: ShownWave }) {
  const words = useWords(surveyWords);
  const { textOf } = useProblemWords();
  const [isAsking, setAsking] = useState(false);
  const end = useCommand(trpc.surveys.endWave.mutationOptions(), { onDone: () => setAsking(false) });
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {words.endWave}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.endWaveTitle}>
        <p>{words.endWaveText}</p>
        {end.problem !== null && <p role="alert">{textOf(end.problem)}</p>}
        <div className="sv-actions">
          <Button loading={end.isBusy} onClick={() => void end.send({ waveId: wave.id, baseVersion: wave.version })}>
            {words.endWaveSure}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </div>
      </Modal>
    </>
  );
}
