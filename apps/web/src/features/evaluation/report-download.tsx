import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Audience } from '@forspring/domain/measures/thresholds';
import { type ReportForm, type ReportFile, reportForms } from '@forspring/domain/evaluation/report';
import { keepFile } from '@forspring/ui/csv';
import { SelectField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { api, trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { reportWords } from './report.words.ts';
import './evaluation.css';

type Language = 'da' | 'en';
type Fetch = (ask: { form: ReportForm; language: Language }) => Promise<ReportFile>;

/** A project's report, in the edition its reader chooses; nothing before the evaluation is approved. */
export function ProjectReport({ projectId }: { projectId: string }) {
  const words = useWords(reportWords);
  const { data: editions = [] } = useQuery(trpc.reports.listEditions.queryOptions({ projectId }));
  const [chosen, setChosen] = useState<Audience | null>(null);
  const audience = chosen ?? editions[0];
  if (audience === undefined) return null;
  return (
    <Section title={words.title} help={words.help} id="report">
      <Download fetch={(ask) => api.reports.exportProject.query({ projectId, audience, ...ask })}>
        <SelectField
          name="audience"
          label={words.edition}
          help={words.editionHelp}
          value={audience}
          onChange={(value) => setChosen(value as Audience)}
          options={editions.map((value) => ({ value, label: words.editions[value] }))}
        />
      </Download>
    </Section>
  );
}

/** The report of one grant for its funder. */
export function GrantReport({ sourceId, isEvaluated }: { sourceId: string; isEvaluated: boolean }) {
  const words = useWords(reportWords);
  return (
    <Section title={words.title} help={isEvaluated ? words.grantHelp : words.notYet} id="report">
      {isEvaluated && <Download fetch={(ask) => api.reports.exportGrant.query({ sourceId, ...ask })} />}
    </Section>
  );
}

/** The report of a district's year, chosen among those there are. */
export function DistrictReport() {
  const words = useWords(reportWords);
  const { counted } = useFormats();
  const { data: places } = useQuery(trpc.reports.listPlaces.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  if (places === undefined) return null;
  const keyOf = (place: (typeof places)[number]) => `${place.placeId} ${place.year}`;
  const place = places.find((one) => keyOf(one) === chosen) ?? places[0];
  return (
    <Section
      title={words.districtTitle}
      help={place === undefined ? words.noDistricts : words.districtHelp}
      id="report"
    >
      {place !== undefined && (
        <Download
          fetch={(ask) => api.reports.exportDistrict.query({ placeId: place.placeId, year: place.year, ...ask })}
        >
          <SelectField
            name="place"
            label={words.district}
            value={keyOf(place)}
            onChange={setChosen}
            options={places.map((one) => ({
              value: keyOf(one),
              label: words.districtOption(one.place, one.year, counted(one.projectCount, words.projectsWord)),
            }))}
          />
        </Download>
      )}
    </Section>
  );
}

function Download({ fetch, children }: { fetch: Fetch; children?: React.ReactNode }) {
  const words = useWords(reportWords);
  const spoken = useLanguage();
  const { textOf } = useProblemWords();
  const [language, setLanguage] = useState<Language>(spoken);
  const [busy, setBusy] = useState<ReportForm | null>(null);
  const [message, setMessage] = useState<{ text: string; isProblem: boolean } | null>(null);
  async function keep(form: ReportForm) {
    setBusy(form);
    setMessage(null);
    try {
      const { base64, fileName, contentType } = await fetch({ form, language });
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
      keepFile(fileName, new Blob([bytes], { type: contentType }));
      setMessage({ text: words.kept, isProblem: false });
    } catch (error) {
      setMessage({ text: textOf(problemOf(error)), isProblem: true });
    } finally {
      setBusy(null);
    }
  }
  return (
    <div className="evaluation-report fs-no-print">
      {children}
      <SelectField
        name="reportLanguage"
        label={words.language}
        value={language}
        onChange={(value) => setLanguage(value as Language)}
        options={(['da', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
      />
      <Group gap="xs">
        {reportForms.map((form) => (
          <Button
            key={form}
            variant={form === 'pdf' ? 'filled' : 'default'}
            loading={busy === form}
            disabled={busy !== null && busy !== form}
            onClick={() => void keep(form)}
          >
            {words.keep[form]}
          </Button>
        ))}
      </Group>
      <p role={message?.isProblem === true ? 'alert' : 'status'}>
        {busy === null ? (message?.text ?? '') : words.busy}
      </p>
    </div>
  );
}
