import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { projectThemes, tiers, tracks } from '@forspring/domain/interventions/intervention';
import { checkName } from '@forspring/domain/measures/name-check';
import { isWithinTrack, latestEndOf } from '@forspring/domain/projects/plan.rules';
import type { ShownPlan } from '@forspring/domain/projects/shown-project';
import {
  ChecksField,
  ChoiceField,
  DayField,
  FieldRow,
  LongTextField,
  NumberField,
  SelectField,
  SwitchField,
  TextField,
} from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { planFormWords } from './plan.words.ts';
import { projectWords } from './project.words.ts';
import type { PlanForm } from './use-plan.ts';

interface SectionProps {
  form: PlanForm;
  plan: ShownPlan;
}

/** Name, description, track, tier with its reason, themes and ages. */
export function FrameSection({ form, plan }: SectionProps) {
  const words = useWords(planFormWords);
  const project = useWords(projectWords);
  const terms = useWords(termWords);
  const { values, bind, change } = form;
  return (
    <Section title={words.sections.frame} help={words.sections.frameHelp} id="projektet">
      <TextField {...bind('title')} label={words.labels.title} help={words.help.title} maxLength={120} />
      <NameNotice title={values.title} isChecked={plan.nameCheckedOn !== null} onKeep={form.keepName} />
      <LongTextField
        {...bind('summary')}
        label={words.labels.summary}
        help={words.help.summary}
        minRows={2}
        maxLength={500}
      />
      <ChoiceField
        {...bind('track')}
        onChange={(track) =>
          track !== null &&
          change(track === 'ssp' ? { track, extendedMinAge: null, extendedMinAgeReason: '' } : { track })
        }
        label={words.labels.track}
        isInline
        options={tracks.map((value) => ({ value, label: project.tracks[value], help: project.trackHelp[value] }))}
      />
      <ChoiceField
        {...bind('tier')}
        // Codes belong to the specific tier, so they go when it does.
        onChange={(tier) => change(tier === 'specific' ? { tier } : { tier, usesCodes: false })}
        label={words.labels.tier}
        options={tiers.map((value) => ({ value, label: terms.tier[value], help: words.tiers[value] }))}
      />
      <LongTextField
        {...bind('tierReason')}
        label={words.labels.tierReason}
        help={words.help.tierReason}
        minRows={2}
        maxLength={1000}
      />
      <ChecksField
        {...bind('themes')}
        label={words.labels.themes}
        isInline
        options={projectThemes.map((value) => ({ value, label: project.themes[value] }))}
      />
      <FieldRow>
        <NumberField {...bind('minAge')} label={words.labels.minAge} isWhole min={10} max={25} />
        <NumberField {...bind('maxAge')} label={words.labels.maxAge} isWhole min={10} max={25} />
        {values.track === 'sspPlus' && (
          <NumberField
            {...bind('extendedMinAge')}
            label={words.labels.extendedMinAge}
            help={words.help.extendedMinAge}
            isOptional
            isWhole
            min={16}
            max={17}
          />
        )}
      </FieldRow>
      {!isWithinTrack(values) && <Notice>{words.agesNotice[values.track]}</Notice>}
      {values.extendedMinAge !== null && (
        <TextField {...bind('extendedMinAgeReason')} label={words.labels.extendedMinAgeReason} maxLength={500} />
      )}
    </Section>
  );
}

/** District, deciding body, venue and area; the period of at most twelve months; codes in the specific tier. */
export function PlaceSection({ form, plan }: SectionProps) {
  const words = useWords(planFormWords);
  const { values, bind } = form;
  const { districts, bodies, venues } = plan.places;
  const optionsOf = (places: readonly { id: string; name: string }[]) =>
    places.map(({ id, name }) => ({ value: id, label: name }));
  /** Those of the chosen district first; the order is otherwise the alphabet's. */
  const nearestFirst = <Place extends { districtId: string | null }>(places: readonly Place[]) =>
    places.toSorted((a, b) => Number(b.districtId === values.districtId) - Number(a.districtId === values.districtId));
  return (
    <Section title={words.sections.place} help={words.sections.placeHelp} id="sted">
      {districts.length > 0 && (
        <SelectField
          {...bind('districtId')}
          label={words.labels.districtId}
          placeholder={words.help.wholeMunicipality}
          isOptional
          isSearchable={districts.length > 10}
          options={optionsOf(districts)}
        />
      )}
      <SelectField
        {...bind('bodyId')}
        label={words.labels.bodyId}
        isSearchable={bodies.length > 10}
        options={optionsOf(nearestFirst(bodies))}
      />
      <FieldRow>
        <SelectField
          {...bind('venueId')}
          label={words.labels.venueId}
          isOptional
          isSearchable={venues.length > 10}
          options={optionsOf(nearestFirst(venues))}
        />
        <TextField
          {...bind('areaName')}
          label={words.labels.areaName}
          help={words.help.areaName}
          isOptional
          maxLength={120}
        />
      </FieldRow>
      <FieldRow>
        <DayField
          {...bind('startsOn')}
          label={words.labels.startsOn}
          onChange={(startsOn) => {
            const isTooLong =
              startsOn !== null &&
              values.endsOn !== null &&
              (values.endsOn < startsOn || values.endsOn > latestEndOf(startsOn));
            form.change(isTooLong ? { startsOn, endsOn: latestEndOf(startsOn) } : { startsOn });
          }}
        />
        <DayField
          {...bind('endsOn')}
          label={words.labels.endsOn}
          help={words.help.endsOn}
          key={`end ${values.startsOn}`}
        />
      </FieldRow>
      <SwitchField
        {...bind('usesCodes')}
        label={words.labels.usesCodes}
        help={values.tier === 'specific' ? words.help.usesCodes : words.help.codesOff}
        isDisabled={values.tier !== 'specific'}
      />
    </Section>
  );
}

/** Words in the name that may feel like a label, with what to write instead; keeping it is the owner's choice. */
function NameNotice({ title, isChecked, onKeep }: { title: string; isChecked: boolean; onKeep: () => void }) {
  const words = useWords(planFormWords);
  const isDanish = useLanguage() === 'da';
  const found = checkName(title);
  if (found.length === 0) return null;
  return (
    <Notice>
      <strong>{words.nameTitle}</strong>
      {found.map((one) => (
        <p key={one.word}>{words.nameText(one.word, isDanish ? one.suggestionDa : one.suggestionEn)}</p>
      ))}
      {isChecked ? (
        <p className="fs-quiet">{words.nameKept}</p>
      ) : (
        <Button variant="default" size="compact-sm" onClick={onKeep}>
          {words.keepName}
        </Button>
      )}
    </Notice>
  );
}

/** A calm word at the right place. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="fs-notice" role="note">
      <IconInfoCircle size={20} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
