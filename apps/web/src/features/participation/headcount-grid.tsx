import { useState } from 'react';
import { Stepper } from '@forspring/ui/stepper';
import { TouchChoices } from '@forspring/ui/touch-fields';
import { ageBands, genders, maxHeadcount } from '@forspring/domain/participation/session';
import type { AgeBand, Gender } from '@forspring/domain/participation/session';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import { bandNow, bandsOf } from './time-bands.ts';
import type { Registration } from './use-registration.ts';

const shownAges = ageBands.filter((band) => band !== 'unknown');
/** Places that are not asked for, but shown where somebody has counted in them. */
const rarePlaces: { ageBand: AgeBand; gender: Gender }[] = [
  ...shownAges.map((ageBand) => ({ ageBand, gender: 'other' as const })),
  { ageBand: 'unknown', gender: 'boy' },
  { ageBand: 'unknown', gender: 'girl' },
];

/** Headcounts by age band and gender with big steppers, for each part of the evening where it is divided. */
export function HeadcountGrid({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { clockRange, number } = useFormats();
  const { session, merged } = registration;
  const { today } = useMe();
  const bands = bandsOf(session, merged.counts);
  const [fromMinute, setFromMinute] = useState(() => bandNow(session, bands, today, new Date()));
  const chosen = bands.some((band) => band.fromMinute === fromMinute) ? fromMinute : (bands[0]?.fromMinute ?? 0);
  const genderWords = { boy: words.boys, girl: words.girls, other: words.others };
  const labelOf = ({ ageBand, gender }: { ageBand: AgeBand; gender: Gender }) =>
    ageBand === 'unknown' && gender === 'other'
      ? words.unknown
      : words.countOf(genderWords[gender], words.bands[ageBand]);
  const stepper = (ageBand: AgeBand, gender: Gender) => (
    <Stepper
      key={`${ageBand}/${gender}`}
      label={labelOf({ ageBand, gender })}
      isLabelHidden
      value={registration.countAt({ ageBand, gender, fromMinute: chosen })}
      max={maxHeadcount}
      onChange={(count) => registration.setCount({ ageBand, gender, fromMinute: chosen }, count)}
    />
  );
  const countIn = (from: number) =>
    merged.counts.reduce((sum, cell) => sum + (cell.fromMinute === from ? cell.personCount : 0), 0);
  return (
    <fieldset className="pa-counts">
      <legend>{session.countUnit === 'contact' ? words.contacts : words.headcounts}</legend>
      {bands.length > 1 && (
        <TouchChoices
          name={`bands-${session.id}`}
          label={words.timeBands}
          isLabelHidden
          value={chosen}
          onChange={setFromMinute}
          options={bands.map((band) => ({
            value: band.fromMinute,
            label: band.fromMinute === 0 ? words.wholeEvening : clockRange(band.fromMinute, band.untilMinute),
            hint: number(countIn(band.fromMinute)),
          }))}
        />
      )}
      <div className="pa-counts-row pa-counts-head" aria-hidden="true">
        <span />
        <span>{words.boys}</span>
        <span>{words.girls}</span>
      </div>
      {shownAges.map((band) => (
        <div key={band} className="pa-counts-row">
          <span aria-hidden="true">{words.bands[band]}</span>
          {genders.filter((gender) => gender !== 'other').map((gender) => stepper(band, gender))}
        </div>
      ))}
      {rarePlaces
        .filter((place) => registration.countAt({ ...place, fromMinute: chosen }) > 0)
        .map((place) => (
          <div key={`${place.ageBand}/${place.gender}`} className="pa-counts-row">
            <span aria-hidden="true" className="pa-counts-wide">
              {labelOf(place)}
            </span>
            {stepper(place.ageBand, place.gender)}
          </div>
        ))}
      <div className="pa-counts-row">
        <span aria-hidden="true" className="pa-counts-wide">
          {words.unknown}
        </span>
        {stepper('unknown', 'other')}
      </div>
    </fieldset>
  );
}
