import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { instruments } from '@forspring/domain/surveys/instruments/instruments';
import { starterItems } from '@forspring/domain/surveys/starter-items';
import type { BothTexts, SurveyItem } from '@forspring/domain/surveys/survey-item';
import { FieldRow, NumberField, TextField, TickField } from '@forspring/ui/form';
import { useWords } from '../../kernel/words.ts';
import { useBoth } from './answer-question.tsx';
import { surveyWords } from './survey.words.ts';

const nothing: BothTexts = { da: '', en: null };

const makers = {
  who5: (id: string): SurveyItem => ({ id, kind: 'instrument', instrument: 'who-5' }),
  safe: (id: string): SurveyItem => ({ id, ...starterItems.safe }),
  adult: (id: string): SurveyItem => copyOf(id, starterItems.adult),
  leisure: (id: string): SurveyItem => copyOf(id, starterItems.leisure),
  fun: (id: string): SurveyItem => ({ id, ...starterItems.fun }),
  age: (id: string): SurveyItem => copyOf(id, starterItems.age),
  ownScale: (id: string): SurveyItem => ({ id, kind: 'scale', text: nothing, low: nothing, high: nothing, max: 10 }),
  ownChoice: (id: string): SurveyItem => ({
    id,
    kind: 'choice',
    text: nothing,
    options: [nothing, nothing],
    counted: [0],
    isTrait: false,
  }),
};

type ChoiceItem = Extract<SurveyItem, { kind: 'choice' }>;
type StarterChoice = Extract<(typeof starterItems)[keyof typeof starterItems], { kind: 'choice' }>;

const copyOf = (id: string, { options, counted, ...rest }: StarterChoice): ChoiceItem => ({
  id,
  ...rest,
  options: options.map((option) => ({ ...option })),
  counted: [...counted],
});

/** What the fields of each question are called in a summary of problems: by the question's number. */
export function itemLabels(items: readonly SurveyItem[], words: typeof surveyWords.da): Record<string, string> {
  return Object.fromEntries(
    items.flatMap((item, index) => {
      const named = (field: string, label: string): [string, string] => [
        `items.${index}.${field}`,
        `${words.question} ${index + 1}, ${label.toLocaleLowerCase()}`,
      ];
      const english = (label: string) => `${label} (${words.english})`;
      const options =
        item.kind === 'choice' ? item.options.map((_, place) => [place, words.option(String(place + 1))] as const) : [];
      return [
        named('text.da', words.text),
        named('text.en', english(words.text)),
        named('low.da', words.low),
        named('high.da', words.high),
        named('max', words.max),
        named('counted', words.counts),
        ...options.flatMap(([place, label]) => [
          named(`options.${place}.da`, label),
          named(`options.${place}.en`, english(label)),
        ]),
      ];
    }),
  );
}

interface ItemsFieldProps {
  items: SurveyItem[];
  onChange: (items: SurveyItem[]) => void;
  errorAt: (path: string) => string | undefined;
}

/** The questions of a survey in their order: taken from an instrument, begun from a ready one, or written anew. */
export function ItemsField({ items, onChange, errorAt }: ItemsFieldProps) {
  const words = useWords(surveyWords);
  const set = (index: number, item: SurveyItem) => onChange(items.map((one, at) => (at === index ? item : one)));
  function move(index: number, by: -1 | 1) {
    const next = [...items];
    const [item] = next.splice(index, 1);
    if (item !== undefined) next.splice(index + by, 0, item);
    onChange(next);
  }
  const isTaken = (name: keyof typeof makers) => name === 'who5' && items.some(({ kind }) => kind === 'instrument');
  const error = errorAt('items');
  return (
    <fieldset className="sv-builder" id="felt-items">
      <legend>{words.items}</legend>
      <p className="fs-help">{words.itemsHelp}</p>
      {error !== undefined && <p className="sv-too-long">{error}</p>}
      <ol>
        {items.map((item, index) => (
          <li key={item.id}>
            <ItemHead
              item={item}
              index={index}
              count={items.length}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(items.filter((one) => one.id !== item.id))}
            />
            <ItemTexts item={item} index={index} onChange={(next) => set(index, next)} errorAt={errorAt} />
          </li>
        ))}
      </ol>
      <div className="sv-actions" role="group" aria-label={words.addItem}>
        <span>{words.addItem}:</span>
        {(Object.keys(makers) as (keyof typeof makers)[]).map((name) => (
          <Button
            key={name}
            variant="default"
            size="compact-sm"
            disabled={isTaken(name)}
            onClick={() => onChange([...items, makers[name](crypto.randomUUID())])}
          >
            {words.starters[name]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function ItemHead({
  item,
  index,
  count,
  onMove,
  onRemove,
}: {
  item: SurveyItem;
  index: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const words = useWords(surveyWords);
  const both = useBoth();
  const place = String(index + 1);
  const isValidated = item.kind === 'instrument';
  return (
    <div className="sv-item-head">
      <strong>
        {place}. {isValidated ? both(instruments[item.instrument].name) : words.kinds[item.kind]}
      </strong>
      <span className="fs-quiet">({isValidated ? words.validated : words.notValidated})</span>
      <span className="sv-item-moves">
        <button type="button" aria-label={words.up(place)} disabled={index === 0} onClick={() => onMove(-1)}>
          <IconArrowUp size={18} aria-hidden="true" />
        </button>
        <button type="button" aria-label={words.down(place)} disabled={index === count - 1} onClick={() => onMove(1)}>
          <IconArrowDown size={18} aria-hidden="true" />
        </button>
        <button type="button" aria-label={words.takeOut(place)} onClick={onRemove}>
          <IconX size={18} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}

interface ItemProps<Item extends SurveyItem> {
  item: Item;
  index: number;
  onChange: (item: SurveyItem) => void;
  errorAt: (path: string) => string | undefined;
}

function ItemTexts({ item, index, onChange, errorAt }: ItemProps<SurveyItem>) {
  const words = useWords(surveyWords);
  const both = useBoth();
  if (item.kind === 'instrument') {
    const { lead, questions, notice } = instruments[item.instrument];
    return (
      <div className="fs-help">
        <p>{both(lead)}</p>
        <ul>
          {questions.map((question) => (
            <li key={question.da}>{both(question)}</li>
          ))}
        </ul>
        <p>{both(notice)}</p>
      </div>
    );
  }
  const path = `items.${index}`;
  return (
    <>
      <BothField
        name={`${path}.text`}
        label={words.question}
        value={item.text}
        onChange={(text) => onChange({ ...item, text })}
        errorAt={errorAt}
      />
      {item.kind === 'scale' && (
        <>
          <BothField
            name={`${path}.low`}
            label={words.low}
            value={item.low}
            onChange={(low) => onChange({ ...item, low })}
            errorAt={errorAt}
          />
          <BothField
            name={`${path}.high`}
            label={words.high}
            value={item.high}
            onChange={(high) => onChange({ ...item, high })}
            errorAt={errorAt}
          />
          <NumberField
            name={`${path}.max`}
            label={words.max}
            value={item.max}
            onChange={(max) => onChange({ ...item, max: max ?? 0 })}
            isWhole
            min={4}
            max={10}
            error={errorAt(`${path}.max`)}
          />
        </>
      )}
      {item.kind === 'choice' && <Options item={item} index={index} onChange={onChange} errorAt={errorAt} />}
    </>
  );
}

function Options({ item, index, onChange, errorAt }: ItemProps<ChoiceItem>) {
  const words = useWords(surveyWords);
  const path = `items.${index}`;
  const error = errorAt(`${path}.counted`);
  function remove(place: number) {
    onChange({
      ...item,
      options: item.options.filter((_, at) => at !== place),
      counted: item.counted.filter((at) => at !== place).map((at) => (at > place ? at - 1 : at)),
    });
  }
  return (
    <>
      {item.options.map((option, place) => (
        // Options have no name of their own; their place is what they are.
        <div key={place} className="sv-option">
          <BothField
            name={`${path}.options.${place}`}
            label={words.option(String(place + 1))}
            value={option}
            onChange={(text) =>
              onChange({ ...item, options: item.options.map((one, at) => (at === place ? text : one)) })
            }
            errorAt={errorAt}
          />
          {!item.isTrait && (
            <TickField
              name={`${path}.counts.${place}`}
              label={words.counts}
              value={item.counted.includes(place)}
              onChange={(isCounted) =>
                onChange({
                  ...item,
                  counted: isCounted
                    ? [...item.counted, place].toSorted((a, b) => a - b)
                    : item.counted.filter((at) => at !== place),
                })
              }
            />
          )}
          {item.options.length > 2 && (
            <Button variant="subtle" size="compact-sm" onClick={() => remove(place)}>
              {words.removeOption(String(place + 1))}
            </Button>
          )}
        </div>
      ))}
      {error !== undefined && <p className="sv-too-long">{error}</p>}
      {item.options.length < 6 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange({ ...item, options: [...item.options, nothing] })}
        >
          {words.addOption}
        </Button>
      )}
      <TickField
        name={`${path}.isTrait`}
        label={words.isTrait}
        value={item.isTrait}
        onChange={(isTrait) => onChange({ ...item, isTrait, counted: isTrait ? [] : [0] })}
      />
    </>
  );
}

function BothField({
  name,
  label,
  value,
  onChange,
  errorAt,
}: {
  name: string;
  label: string;
  value: BothTexts;
  onChange: (value: BothTexts) => void;
  errorAt: (path: string) => string | undefined;
}) {
  const words = useWords(surveyWords);
  return (
    <FieldRow>
      <TextField
        name={`${name}.da`}
        label={label}
        value={value.da}
        onChange={(da) => onChange({ ...value, da })}
        error={errorAt(`${name}.da`)}
        maxLength={160}
      />
      <TextField
        name={`${name}.en`}
        isOptional
        label={`${label} (${words.english})`}
        value={value.en ?? ''}
        onChange={(en) => onChange({ ...value, en })}
        error={errorAt(`${name}.en`)}
        maxLength={160}
      />
    </FieldRow>
  );
}
