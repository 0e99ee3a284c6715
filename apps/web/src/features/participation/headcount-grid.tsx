import { Stepper } from '@forspring/ui/stepper';
import { maxHeadcount } from '@forspring/domain/participation/session-entry';
import { ageBands } from '@forspring/domain/participation/session';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { CountKey, RegistrationValues } from './use-registration.ts';

interface HeadcountGridProps {
  counts: RegistrationValues['counts'];
  onChange: (key: CountKey, count: number) => void;
  title: string;
}

const shownBands = ageBands.filter((band) => band !== 'unknown');
/** Places that are not asked for, but shown where somebody has counted in them. */
const rareKeys: CountKey[] = [...shownBands.map((band): CountKey => `${band}/other`), 'unknown/boy', 'unknown/girl'];

/** Headcounts by age band and gender with big steppers, and one row for what is unknown. */
export function HeadcountGrid({ counts, onChange, title }: HeadcountGridProps) {
  const words = useWords(registrationWords);
  const genderWords = { boy: words.boys, girl: words.girls, other: words.others };
  const labelOf = (key: CountKey) => {
    const [band, gender] = key.split('/') as [keyof typeof words.bands, keyof typeof genderWords];
    return words.countOf(genderWords[gender], words.bands[band]);
  };
  const stepper = (key: CountKey, label: string) => (
    <Stepper
      key={key}
      label={label}
      isLabelHidden
      value={counts[key] ?? 0}
      max={maxHeadcount}
      onChange={(count) => onChange(key, count)}
    />
  );
  return (
    <fieldset className="pa-counts">
      <legend>{title}</legend>
      <div className="pa-counts-row pa-counts-head" aria-hidden="true">
        <span />
        <span>{words.boys}</span>
        <span>{words.girls}</span>
      </div>
      {shownBands.map((band) => (
        <div key={band} className="pa-counts-row">
          <span aria-hidden="true">{words.bands[band]}</span>
          {stepper(`${band}/boy`, labelOf(`${band}/boy`))}
          {stepper(`${band}/girl`, labelOf(`${band}/girl`))}
        </div>
      ))}
      {rareKeys
        .filter((key) => key in counts)
        .map((key) => (
          <div key={key} className="pa-counts-row">
            <span aria-hidden="true" className="pa-counts-wide">
              {labelOf(key)}
            </span>
            {stepper(key, labelOf(key))}
          </div>
        ))}
      <div className="pa-counts-row">
        <span aria-hidden="true" className="pa-counts-wide">
          {words.unknown}
        </span>
        {stepper('unknown/other', words.unknown)}
      </div>
    </fieldset>
  );
}
