import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useUiWords } from './words.tsx';

const FIRST_REPEAT_MILLIS = 450;
const REPEAT_MILLIS = 110;

interface StepperProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  /** Hides the label for the eye where a table head says it already; screen readers still hear it. */
  isLabelHidden?: boolean;
  isDisabled?: boolean;
  id?: string;
}

/**
 * The big −/＋ counter for a phone: 48 px targets, a number that can be typed, and a held button that goes on counting.
 * Whole numbers from `min` (0) to `max` (999). The number is the labelled input; the buttons say what they do.
 */
export function Stepper({
  label,
  value,
  onChange,
  min = 0,
  max = 999,
  isLabelHidden = false,
  isDisabled = false,
  id,
}: StepperProps) {
  const { words } = useUiWords();
  const ownId = useId();
  const inputId = id ?? ownId;
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);

  function step(by: number): boolean {
    const next = Math.min(max, Math.max(min, latest.current + by));
    if (next === latest.current) return false;
    latest.current = next;
    onChange(next);
    return true;
  }
  const less = useHeldButton(() => step(-1));
  const more = useHeldButton(() => step(1));

  return (
    <div className="fs-stepper">
      <label htmlFor={inputId} className={isLabelHidden ? 'fs-hidden' : 'fs-stepper-label'}>
        {label}
      </label>
      <div className="fs-stepper-row">
        <button type="button" aria-label={words.less(label)} disabled={isDisabled || value <= min} {...less}>
          <IconMinus size={20} stroke={2.25} aria-hidden="true" />
        </button>
        <input
          id={inputId}
          type="text"
          inputMode="numeric"
          pattern="[0-9]*"
          role="spinbutton"
          autoComplete="off"
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          disabled={isDisabled}
          value={String(value)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const digits = event.currentTarget.value.replace(/\D/gu, '').slice(0, 4);
            onChange(Math.min(max, Math.max(min, digits === '' ? min : Number(digits))));
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowUp') step(1);
            else if (event.key === 'ArrowDown') step(-1);
            else if (event.key === 'PageUp') step(10);
            else if (event.key === 'PageDown') step(-10);
            else return;
            event.preventDefault();
          }}
        />
        <button type="button" aria-label={words.more(label)} disabled={isDisabled || value >= max} {...more}>
          <IconPlus size={20} stroke={2.25} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

/**
 * Acts on a click, and again and again while the button is held. A press that turns into a scroll counts nothing;
 * `act` answers false at the bound, which ends the repeating.
 */
function useHeldButton(act: () => boolean) {
  const action = useRef(act);
  useEffect(() => {
    action.current = act;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const hasRepeated = useRef(false);

  function stop() {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  return {
    onPointerDown(event: { button: number }) {
      if (event.button !== 0) return;
      hasRepeated.current = false;
      const repeat = () => {
        hasRepeated.current = true;
        timer.current = action.current() ? setTimeout(repeat, REPEAT_MILLIS) : null;
      };
      timer.current = setTimeout(repeat, FIRST_REPEAT_MILLIS);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu(event: { preventDefault: () => void }) {
      event.preventDefault();
    },
    onClick(event: { detail: number }) {
      stop();
      // A click by keyboard or switch has detail 0 and always counts.
      if (event.detail === 0 || !hasRepeated.current) action.current();
      hasRepeated.current = false;
    },
  };
}
