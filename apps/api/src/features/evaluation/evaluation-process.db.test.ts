import { expect, it } from 'vitest';
import { contentHashOf } from '@forspring/database/evaluation/content-hash';
import { readPulse } from '@forspring/database/participation/counted-pulse.view';
import { reader } from '@forspring/database/reader';
import { type FrozenEvaluation, frozenEvaluation, laterParts } from '@forspring/domain/evaluation/frozen-evaluation';
import { storyId } from '@forspring/samples/story-id';
import { emailOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { storyNow } from '@forspring/tests/story-snapshot';

/** Closed last year; its owner still owes the evaluation. */
const projectId = storyId('project/lommepengejob-2025');
const approved = storyId('project/fredagshallen-2025');
const running = storyId('project/fredagshallen-2026');
const survey = storyId('survey/fredagshallen-2025/fredag');

const draft = (baseVersion: number, more: object = {}) => ({
  commandId: newId(),
  projectId,
  baseVersion,
  worked: 'Rigtig løn og den samme arbejdsleder.',
  didNotWork: 'Jobkonsulenten kom for sent ind.',
  forWhom: '14–16-årige uden netværk i butikkerne.',
  adaptations: null,
  costText: null,
  preconditions: null,
  recommendation: 'continue' as const,
  recommendationReason: 'Fortsæt, og lad jobkonsulenten begynde fra første uge.',
  outcomes: [],
  ...more,
});

/** Keeps a changed content as if it had been frozen so, for as long as `look` looks. */
async function frozenAs(stage: Stage, content: FrozenEvaluation, look: () => Promise<void>): Promise<void> {
  const keep = (frozen: string, contentHash: string) =>
    stage.db.updateTable('evaluation').where('projectId', '=', approved).set({ frozen, contentHash }).execute();
  const before = await stage.db
    .selectFrom('evaluation')
    .where('projectId', '=', approved)
    .select(['frozen', 'contentHash'])
    .executeTakeFirstOrThrow();
  await keep(JSON.stringify(content), contentHashOf(content));
  await look();
  await keep(JSON.stringify(before.frozen), before.contentHash ?? '');
}

const frozenOf = async (stage: Stage) => {
  const row = await stage.db
    .selectFrom('evaluation')
    .where('projectId', '=', approved)
    .select('frozen')
    .executeTakeFirstOrThrow();
  return frozenEvaluation.parse(row.frozen);
};

onBothDatabases('how a project was carried out', (stage) => {
  it('keeps the owner’s marks of the recipe’s core elements beside what was registered, hidden while it is written', async () => {
    const mette = await stage().as(emailOf('mette'));
    await mette.evaluation.set(draft(0));
    const { elements, version, gaps } = await mette.evaluation.show({ projectId });
    expect(elements.length).toBeGreaterThan(2);
    expect(gaps).toContainEqual(
      expect.objectContaining({
        path: 'elements',
        code: 'evaluation.elementsUnmarked',
        params: { count: elements.length },
        isBlocking: false,
      }),
    );
    const counted = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', projectId)
      .where('state', '=', 'held')
      .where('deliveredElements', 'is not', null)
      .select('deliveredElements')
      .execute();
    elements.forEach(({ registered }, place) => {
      const delivered = counted.filter((session) => session.deliveredElements?.includes(place)).length;
      expect(registered).toMatchObject(
        counted.length === 0
          ? { kind: 'notMeasured' }
          : { kind: 'value', value: { estimate: delivered / counted.length, n: counted.length } },
      );
    });
    const marks = elements.map(({ element }, place) => ({ element, mark: place === 0 ? ('adapted' as const) : null }));
    const marked = await mette.evaluation.set(draft(version, { elements: marks }));
    // An older page knows of no marks, and takes none away.
    const kept = await mette.evaluation.set(draft(marked.version));
    expect((await mette.evaluation.show({ projectId })).elements.map(({ mark }) => mark)).toEqual(
      marks.map(({ mark }) => mark),
    );
    await expect(mette.evaluation.set(draft(marked.version, { elements: [] }))).rejects.toMatchObject({
      cause: { code: 'stale', current: { elements: marks, version: kept.version } },
    });
    await expect(
      mette.evaluation.set(draft(kept.version, { elements: [{ element: 'Gratis is', mark: 'notDone' }] })),
    ).rejects.toMatchObject({ cause: { fields: [{ path: 'elements.0.element', code: 'evaluation.unknownElement' }] } });
    const others = await (await stage().as(emailOf('birgitte'))).evaluation.show({ projectId });
    expect(others.elements.map(({ mark }) => mark)).toEqual(elements.map(() => null));
    const trace = await stage()
      .db.selectFrom('auditEntry')
      .where('action', '=', 'setEvaluation')
      .orderBy('at', 'desc')
      .select('changed')
      .execute();
    expect(trace.some(({ changed }) => changed.includes('elements'))).toBe(true);
  });

  it('counts the young people living where the project runs, and none where one district is not known', async () => {
    const mette = await stage().as(emailOf('mette'));
    const read = async () => (await mette.evaluation.show({ projectId })).process.populationCount;
    const db = stage().db;
    const { districtId, municipalityId, year } = await db
      .selectFrom('project')
      .where('id', '=', projectId)
      .select(['districtId', 'municipalityId', 'year'])
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('population')
      .innerJoin('district', 'district.id', 'population.districtId')
      .where('district.municipalityId', '=', municipalityId)
      .where('population.year', '=', year)
      .select(['population.districtId', 'population.youthCount'])
      .execute();
    expect(await read()).toBe(rows.find((row) => row.districtId === districtId)?.youthCount);
    // Of the whole municipality all districts count, and all of them must be known.
    await db.updateTable('project').where('id', '=', projectId).set({ districtId: null }).execute();
    expect(await read()).toBe(rows.reduce((sum, row) => sum + row.youthCount, 0));
    await db
      .updateTable('population')
      .where('districtId', '=', rows[0]?.districtId ?? '')
      .where('year', '=', year)
      .set({ year: 1900 })
      .execute();
    expect(await read()).toBeNull();
    await db.updateTable('population').where('year', '=', 1900).set({ year }).execute();
    await db.updateTable('project').where('id', '=', projectId).set({ districtId }).execute();
    const none = await (
      await stage().as(emailOf('karsten'))
    ).evaluation
      .show({ projectId: storyId('project/markfraes-2025') })
      .then(
        ({ process }) => process.populationCount,
        () => null,
      );
    expect(none, 'a municipality without districts has no numbers').toBeNull();
  });

  it('what young people answered at the door is summed over evenings with enough answers whose kiosks have ended, and says nothing where there is none', async () => {
    const mette = await stage().as(emailOf('mette'));
    // 27 of 31 on the evening that is shown; the evening with four answers is not in it.
    const { pulse } = await mette.evaluation.show({ projectId: running });
    expect(pulse[0]).toMatchObject({ question: 'safe', yes: { kind: 'value', value: { estimate: 27 / 31, n: 31 } } });
    expect(pulse.map(({ question }) => question)).toEqual(['safe', 'included', 'fun']);
    const none = await mette.evaluation.show({ projectId });
    expect(none.pulse.map(({ yes }) => yes)).toEqual([1, 2, 3].map(() => ({ kind: 'notMeasured' })));
    await stage()
      .db.updateTable('kiosk')
      .set({ endedAt: null, endsAt: new Date('2026-11-14T00:00:00Z') })
      .execute();
    expect(await readPulse(reader(stage().database.fork()), running, storyNow)).toEqual([]);
  });

  it('answers at the door pass the gate: outside the project a part or rest below five is not shown', async () => {
    const frozen = await frozenOf(stage());
    expect(frozen.pulse).toEqual([
      { question: 'safe', yesCount: 50, answerCount: 68 },
      { question: 'included', yesCount: 44, answerCount: 68 },
      { question: 'fun', yesCount: 53, answerCount: 68 },
    ]);
    const few = { ...frozen, pulse: [{ question: 'safe' as const, yesCount: 65, answerCount: 68 }] };
    await frozenAs(stage(), few, async () => {
      const own = await (await stage().as(emailOf('mette'))).evaluation.show({ projectId: approved });
      const others = await (await stage().as(emailOf('birgitte'))).evaluation.show({ projectId: approved });
      expect(own.pulse[0]?.yes).toMatchObject({ kind: 'value' });
      expect(others.pulse[0]?.yes).toEqual({ kind: 'withheld', reason: 'smallNumbers' });
    });
  });

  const csvOf = async (language: 'da' | 'en' = 'da', audience: 'project' | 'funder' | 'public' = 'project') => {
    const mette = await stage().as(emailOf('mette'));
    const file = await mette.reports.exportProject({ projectId: approved, form: 'csv', language, audience });
    return Buffer.from(file.base64, 'base64').toString('utf8');
  };
  const htmlOf = async (language: 'da' | 'en' = 'da') => {
    const mette = await stage().as(emailOf('mette'));
    const file = await mette.reports.exportProject({ projectId: approved, form: 'html', language });
    return Buffer.from(file.base64, 'base64').toString('utf8');
  };

  it('the report has marks, shares, answers at the door, costs with intervals and every quality question as typed values', async () => {
    const csv = await csvOf();
    expect(csv).toMatch(/;Fællesspisning;Tovholderens vurdering;tekst;;Som beskrevet\r\n/u);
    expect(csv).toMatch(/;Fællesspisning;Registreret leveret;andel;0,\d+;/u);
    expect(csv).toMatch(/;Var det trygt\?;Andel ja;andel;0,735\d*;73,5\s%\r\n/u);
    expect(csv).toMatch(/;Var det trygt\?;Svar \(n\);tal;68;68\r\n/u);
    expect(csv).toMatch(/;Besøgstime;Kontant;kroner;\d+(,\d+)?;/u);
    expect(csv).toMatch(/;"?Ung, der blev nået"?;95 %-interval;tekst;;(mellem )?[\d.]+\skr\. – [\d.]+\skr\.\r\n/u);
    expect(csv.match(/^Spørgsmål for spørgsmål;[^;]+;Svar;/gmu)).toHaveLength(24);
    expect(await csvOf('en')).toMatch(/;Fællesspisning;The owner’s mark;text;;As described\r\n/u);
  });

  it('the report says of a closed survey the very sentence of its results page, and of how many', async () => {
    const birgitte = await stage().as(emailOf('birgitte'));
    const { measures, waves } = await birgitte.surveys.showResults({ surveyId: survey });
    const [da, en] = [await htmlOf('da'), await htmlOf('en')];
    expect(measures).toHaveLength(2);
    for (const { sentence } of measures) {
      expect(da).toContain(sentence.da);
      expect(en).toContain(sentence.en);
    }
    expect(waves.map(({ answered }) => answered)).toEqual([42, 41].map((value) => ({ kind: 'value', value })));
    expect(da).toContain('det kan være forskellige unge i de to runder');
    expect(await csvOf()).toMatch(/;Efter;Spurgt;tal;47;47\r\n/u);
  });

  it('the report says in words when under half were found again, and shows a funder what a funder may see', async () => {
    const frozen = await frozenOf(stage());
    const [one] = frozen.surveys ?? [];
    if (one === undefined) throw new Error('The story has a closed survey');
    const share = (estimate: number, n: number) =>
      ({ kind: 'value', value: { estimate, lower: estimate - 0.1, upper: estimate + 0.1, n } }) as const;
    const own = one.results.municipality;
    const linked = {
      ...own,
      isLinked: true,
      links: [
        {
          from: 'before' as const,
          to: 'after' as const,
          linked: { kind: 'value' as const, value: 15 },
          leftOut: { kind: 'zero' as const },
          expectedLost: { kind: 'zero' as const },
          isThin: true,
        },
      ],
      measures: own.measures.map((measure) => ({
        ...measure,
        changes: [
          {
            from: 'before' as const,
            to: 'after' as const,
            difference: share(0.1, 15),
            before: share(0.5, 15),
            after: share(0.6, 15),
            bounds: { kind: 'value' as const, value: { worst: -0.4, best: 0.3 } },
            left: share(0.4, 27),
            isThin: true,
          },
        ],
      })),
    };
    const hidden = {
      ...own,
      measures: own.measures.map((measure) => ({
        ...measure,
        sentence: { da: 'Tallet vises ikke.', en: 'The number is not shown.' },
        levels: measure.levels.map((level) => ({
          ...level,
          value: { kind: 'withheld' as const, reason: 'smallNumbers' as const },
        })),
      })),
    };
    const surveys = [{ ...one, results: { ...one.results, municipality: linked, funder: hidden } }];
    await frozenAs(stage(), { ...frozen, surveys }, async () => {
      const html = await htmlOf();
      expect(html).toContain('Under halvdelen af dem, der svarede før, svarede også efter.');
      expect(html).toMatch(/endt nederst, var ændringen -40 procentpoint/u);
      const csv = await csvOf();
      expect(csv).toMatch(/;Ændring før–efter \(samme unge\);Resultat;tal;10;'\+10 procentpoint\r\n/u);
      expect(csv).toMatch(/;Efter;Fundet igen fra første runde;tal;15;15\r\n/u);
      const funder = await csvOf('da', 'funder');
      expect(funder).not.toContain('Tal bag: ');
    });
  });

  it('what was frozen before these parts were kept is built again to the same hash, and made without them', async () => {
    const { ...older } = await frozenOf(stage());
    for (const part of laterParts) delete older[part];
    await frozenAs(stage(), older, async () => {
      const mette = await stage().as(emailOf('mette'));
      expect(await mette.evaluation.verifyFromData({ projectId: approved })).toMatchObject({
        isSame: true,
        differences: [],
      });
      expect((await mette.evaluation.show({ projectId: approved })).elements).toEqual([]);
      const html = await htmlOf();
      expect(html).not.toContain('Kvalitetstjek');
      expect(html).toContain('Justeringer undervejs');
    });
  });
});
