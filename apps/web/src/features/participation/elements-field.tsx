import { TouchFold, TouchTick } from '@forspring/ui/touch-fields';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

/** Which of the recipe's core elements were delivered tonight; folded, and nothing where the recipe names none. */
export function ElementsField({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { number } = useFormats();
  const { session, merged } = registration;
  const { coreElements } = session;
  if (coreElements.length === 0) return null;
  const ticked = merged.elements ?? [];
  const state =
    merged.elements === null
      ? words.elementsNone
      : words.elementsOf(number(ticked.length), number(coreElements.length));
  return (
    <TouchFold
      summary={
        <span>
          {words.elements} <span className="fs-quiet">{state}</span>
        </span>
      }
    >
      <p className="fs-help">{words.elementsHelp}</p>
      {coreElements.map((element, index) => (
        <TouchTick
          key={index}
          label={element}
          isTicked={ticked.includes(index)}
          onChange={(isTicked) => {
            const rest = ticked.filter((one) => one !== index);
            registration.setFact('elements', isTicked ? [...rest, index].sort((a, b) => a - b) : rest);
          }}
        />
      ))}
    </TouchFold>
  );
}
