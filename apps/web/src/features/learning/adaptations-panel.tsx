import { useQuery } from '@tanstack/react-query';
import { adaptationFields, adaptationReasonInput } from '@forspring/domain/learning/learning';
import type { AdaptationField, ShownAdaptation } from '@forspring/domain/learning/learning';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { learningWords } from './learning.words.ts';
import { useAdaptationWords } from './use-adaptation-words.ts';
import './learning.css';

/** What a repeated project does differently from its original, each part asking for its reason; nothing for a project that is no copy. */
export function AdaptationsPanel({ projectId }: { projectId: string }) {
  const words = useWords(learningWords);
  const { counted } = useFormats();
  const { data } = useQuery(trpc.learning.listAdaptations.queryOptions({ projectId }));
  if (data === undefined || data === null) return null;
  const { original, adaptations, abilities } = data;
  const openCount = adaptations.filter((one) => one.reason === '' || one.isOutdated).length;
  const name = `${original.title}, ${original.placeName} ${original.year}`;
  return (
    <Section title={words.adaptationsTitle} id="afvigelser">
      <p className="fs-help">
        {words.adaptationsHelp(name)}{' '}
        {original.hasCard && <UiLink href={`/laering/${original.projectId}`}>{original.title}</UiLink>}
      </p>
      {adaptations.length === 0 && <p>{words.adaptationsNone}</p>}
      {openCount > 0 && <p role="status">{words.adaptationsOpen(counted(openCount, words.changes))}</p>}
      <ul className="fs-adaptation-list">
        {adaptations.map((one) => (
          <li key={one.field} className="fs-adaptation">
            <Difference adaptation={one} />
            {abilities.setReason && isPlanField(one.field) ? (
              <ReasonForm key={one.reason} projectId={projectId} field={one.field} adaptation={one} />
            ) : (
              <p className="fs-quiet">{one.reason === '' ? words.noReason : words.because(one.reason)}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function isPlanField(field: string): field is AdaptationField {
  return (adaptationFields as readonly string[]).includes(field);
}

function Difference({ adaptation: { field, fromText, toText } }: { adaptation: ShownAdaptation }) {
  const words = useWords(learningWords);
  const { fieldOf, textOf } = useAdaptationWords();
  // Of a list only the lines that differ are shown.
  const [before, after] = [fromText.split('\n'), toText.split('\n')];
  return (
    <>
      <h3>{fieldOf(field)}</h3>
      <div className="fs-adaptation-texts">
        <div>
          <span className="fs-quiet">{words.from}</span>
          <p>{textOf(field, before.filter((line) => !after.includes(line)).join('\n'))}</p>
        </div>
        <div>
          <span className="fs-quiet">{words.to}</span>
          <p>{textOf(field, after.filter((line) => !before.includes(line)).join('\n'))}</p>
        </div>
      </div>
    </>
  );
}

function ReasonForm({
  projectId,
  field,
  adaptation,
}: {
  projectId: string;
  field: AdaptationField;
  adaptation: ShownAdaptation;
}) {
  const words = useWords(learningWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const { fieldOf } = useAdaptationWords();
  const labels = { reason: words.reason };
  const fields = useFields({
    initial: { reason: adaptation.reason },
    draftKey: `adaptation:${projectId}:${field}`,
    check: (values) => checkWith(adaptationReasonInput, language, labels)({ field, ...values }),
  });
  const setReason = useCommand(trpc.learning.setAdaptationReason.mutationOptions(), {
    onDone: () => fields.markSaved(),
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });
  const { problem } = setReason;
  const isKept = adaptation.reason !== '' && !adaptation.isOutdated && !fields.isDirty;
  return (
    <Form
      label={`${fieldOf(field)}: ${words.reason}`}
      onSubmit={() => fields.check() && void setReason.send({ projectId, field, reason: fields.values.reason })}
    >
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={problem !== null && problem.fields.length === 0 ? textOf(problem) : undefined}
      />
      {adaptation.isOutdated && <p className="fs-quiet">{words.outdated}</p>}
      <LongTextField {...fields.bind('reason')} name={`reason-${field}`} label={words.reason} help={words.reasonHelp} />
      {isKept ? (
        <p className="fs-quiet">{words.saved}</p>
      ) : (
        <FormActions submit={words.saveReason} isBusy={setReason.isBusy} buttonProps={{ variant: 'default' }} />
      )}
    </Form>
  );
}
