import type { ReactNode } from 'react';
import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { type ElementMark, elementMarks, type ShownElement } from '@forspring/domain/evaluation/fidelity';
import { SelectField } from '@forspring/ui/form';
import { Figure } from '@forspring/ui/figure-cell';
import { Section } from '@forspring/ui/page';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { fidelityWords } from './fidelity.words.ts';
import { ParagraphComments } from './paragraph-comments.tsx';

/** On how many evenings an element was registered as delivered; said in words where nobody registered it. */
function useRegistered() {
  const words = useWords(fidelityWords);
  const { percent, counted } = useFormats();
  return ({ registered }: ShownElement): ReactNode => {
    if (registered.kind === 'notMeasured') return words.notRegistered;
    if (registered.kind !== 'value') return <Figure cell={registered} />;
    const { estimate, n } = registered.value;
    return words.registered(percent(estimate ?? 0, 0), counted(n, words.evenings));
  };
}

/** Whether the recipe was followed, as its readers see it: each core element with the owner's mark beside what was registered. */
export function CoreElements({
  projectId,
  shown,
  children,
}: {
  projectId: string;
  shown: ShownEvaluation;
  /** What was adapted, told beside the marks. */
  children?: ReactNode;
}) {
  const words = useWords(fidelityWords);
  const registered = useRegistered();
  if (shown.elements.length === 0 && children === undefined) return null;
  return (
    <Section title={words.title} help={words.about} id="elements">
      {shown.elements.length === 0 ? (
        <p className="fs-help">{words.noRecipe}</p>
      ) : (
        <ul className="evaluation-elements">
          {shown.elements.map((element) => (
            <li key={element.element}>
              <span>{element.element}</span>
              <strong>
                {shown.isHidden || shown.status === null
                  ? ''
                  : element.mark === null
                    ? words.unmarked
                    : words.marks[element.mark]}
              </strong>
              <span className="fs-quiet">{registered(element)}</span>
            </li>
          ))}
        </ul>
      )}
      <ParagraphComments projectId={projectId} shown={shown} paragraph="elements" />
      {children}
    </Section>
  );
}

/** The same as its owner marks it, element by element. */
export function ElementMarks({
  projectId,
  shown,
  marks,
  onChange,
  children,
}: {
  projectId: string;
  shown: ShownEvaluation;
  marks: readonly ElementMark[];
  onChange: (marks: ElementMark[]) => void;
  children: ReactNode;
}) {
  const words = useWords(fidelityWords);
  const registered = useRegistered();
  const mark = (element: string, value: ElementMark['mark']) =>
    onChange(marks.map((one) => (one.element === element ? { ...one, mark: value } : one)));
  return (
    <Section title={words.title} help={words.about} id="elements">
      {shown.elements.length === 0 && <p className="fs-help">{words.noRecipe}</p>}
      <div className="fs-form">
        {shown.elements.map((element, place) => (
          <SelectField
            key={element.element}
            name={`elements.${place}`}
            label={element.element}
            help={registered(element)}
            isOptional
            placeholder={words.unmarked}
            value={marks.find((one) => one.element === element.element)?.mark ?? null}
            onChange={(value) => mark(element.element, value)}
            options={elementMarks.map((one) => ({ value: one, label: words.marks[one] }))}
          />
        ))}
        <ParagraphComments projectId={projectId} shown={shown} paragraph="elements" />
        {children}
      </div>
    </Section>
  );
}
