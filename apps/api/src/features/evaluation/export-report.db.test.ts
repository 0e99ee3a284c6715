import { expect, it } from 'vitest';
import { contentHashOf } from '@forspring/database/evaluation/content-hash';
import { claimsEffect } from '@forspring/domain/measures/effect-claims';
import { frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { type ReportFile, reportForms } from '@forspring/domain/evaluation/report';
import { storyId } from '@forspring/samples/story-id';
import { emailOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { textOfPdf } from '@forspring/tests/pdf-text';
import { readPdf } from '@forspring/tests/pdf-ua';

const projectId = storyId('project/fredagshallen-2025');
const running = storyId('project/fredagshallen-2026');
const valby = storyId('district/valby');
const bytesOf = ({ base64 }: ReportFile) => Buffer.from(base64, 'base64');
const textOf = (file: ReportFile) => bytesOf(file).toString('utf8');
const pdf = { form: 'pdf', language: 'da' } as const;
const html = { form: 'html', language: 'da' } as const;

async function grantOf(stage: Stage, email: string, project = projectId): Promise<string> {
  const row = await stage.db
    .selectFrom('fundingSource')
    .innerJoin('membership', 'membership.placeId', 'fundingSource.id')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .where('appUser.email', '=', email)
    .where('fundingSource.projectId', '=', project)
    .select('fundingSource.id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const approved = (stage: Stage) =>
  stage.db
    .selectFrom('evaluation')
    .where('status', '=', 'approved')
    .select(['id', 'projectId', 'frozen', 'contentHash'])
    .execute();

onBothDatabases('take a report home', (stage) => {
  it('asks to sign in, and is missing for whoever has no part in it', async () => {
    const nobody = await stage().as(null);
    await expect(nobody.reports.exportProject({ projectId, ...pdf })).rejects.toThrow('signIn');
    for (const key of ['jonas', 'ane', 'karsten'] as const) {
      const caller = await stage().as(emailOf(key));
      await expect(caller.reports.exportProject({ projectId, ...pdf }), key).rejects.toThrow('missing');
      await expect(caller.reports.exportDistrict({ placeId: valby, year: 2025, ...pdf }), key).rejects.toThrow(
        'missing',
      );
    }
    const mette = await stage().as(emailOf('mette'));
    await expect(mette.reports.exportProject({ projectId: newId(), ...pdf })).rejects.toThrow('missing');
    await expect(mette.reports.exportProject({ projectId: running, ...pdf })).rejects.toThrow('evaluation.notFrozen');
    const ole = await stage().as(emailOf('ole'));
    await expect(ole.reports.exportProject({ projectId: running, ...pdf })).rejects.toThrow('missing');
    const sourceId = await grantOf(stage(), emailOf('ane'));
    for (const key of ['mette', 'bent'] as const) {
      const caller = await stage().as(emailOf(key));
      await expect(caller.reports.exportGrant({ sourceId, ...pdf }), key).rejects.toThrow('missing');
    }
  });

  it('gives each reader their own edition and those further out, never one further in', async () => {
    const birgitte = await stage().as(emailOf('birgitte'));
    await expect(birgitte.reports.exportProject({ projectId, ...html, audience: 'project' })).rejects.toThrow(
      'refused',
    );
    const ole = await stage().as(emailOf('ole'));
    await expect(ole.reports.exportProject({ projectId, ...html, audience: 'municipality' })).rejects.toThrow(
      'refused',
    );
    expect(textOf(await ole.reports.exportProject({ projectId, ...html }))).toContain('Udgave til andre distrikter.');
    const mette = await stage().as(emailOf('mette'));
    expect(await mette.reports.listEditions({ projectId })).toEqual([
      'project',
      'municipality',
      'otherDistrict',
      'funder',
      'public',
    ]);
    expect(await mette.reports.listEditions({ projectId: running })).toEqual([]);
    const open = textOf(await mette.reports.exportProject({ projectId, ...html, audience: 'public' }));
    expect(open).toContain('Udgave til offentligheden.');
  });

  it('is the same bytes twice in every form and language, and no other when the language or the reader is another', async () => {
    const mette = await stage().as(emailOf('mette'));
    const seen = new Set<string>();
    for (const form of reportForms)
      for (const language of form === 'csv' ? (['da', 'en'] as const) : (['da'] as const)) {
        const first = await mette.reports.exportProject({ projectId, form, language });
        expect(await mette.reports.exportProject({ projectId, form, language })).toEqual(first);
        seen.add(first.base64);
      }
    seen.add((await mette.reports.exportProject({ projectId, ...pdf, audience: 'funder' })).base64);
    expect(seen.size).toBe(reportForms.length + 2);
  });

  it('keeps PDF/UA for project, district and grant, in both languages', async () => {
    const mette = await stage().as(emailOf('mette'));
    const ane = await stage().as(emailOf('ane'));
    const sourceId = await grantOf(stage(), emailOf('ane'));
    for (const language of ['da', 'en'] as const) {
      const files = [
        ...(language === 'en' ? [await mette.reports.exportProject({ projectId, form: 'pdf', language })] : []),
        await mette.reports.exportDistrict({ placeId: valby, year: 2025, form: 'pdf', language }),
        await ane.reports.exportGrant({ sourceId, form: 'pdf', language }),
      ];
      for (const file of files) {
        const read = readPdf(bytesOf(file));
        expect(read.problems, file.fileName).toEqual([]);
        const text = await textOfPdf(bytesOf(file));
        expect(text.language).toBe(language === 'da' ? 'da-DK' : 'en-GB');
        expect(text.pages.join(' ')).not.toMatch(/undefined|NaN|\[object/u);
      }
    }
  });

  it('the sentence of a goal is the one the page shows, as title and alternative text of its chart', async () => {
    const mette = await stage().as(emailOf('mette'));
    const { outcomes } = await mette.evaluation.show({ projectId });
    const { alts } = readPdf(bytesOf(await mette.reports.exportProject({ projectId, ...pdf })));
    const sheet = textOf(await mette.reports.exportProject({ projectId, ...html }));
    for (const outcome of outcomes) {
      expect(alts).toContain(outcome.sentenceDa);
      expect(sheet).toContain(outcome.sentenceDa);
    }
  });

  it('shows a funder its own lines and the rest as one sum, as its page does', async () => {
    const ane = await stage().as(emailOf('ane'));
    const sourceId = await grantOf(stage(), emailOf('ane'));
    const { cost } = await ane.funders.showGrant({ sourceId });
    const lines = textOf(await ane.reports.exportGrant({ sourceId, form: 'csv', language: 'da' })).split('\r\n');
    const kroner = (oere: number) => String(oere / 100).replace('.', ',');
    for (const line of cost.lines)
      expect(lines.some((one) => one.includes(`;${line.title};Budget;kroner;${kroner(line.budgetOere)};`))).toBe(true);
    expect(
      lines.some((one) => one.includes(`;Øvrig finansiering i alt;Forbrug;kroner;${kroner(cost.rest.spentOere)};`)),
    ).toBe(true);
    const others = await stage()
      .db.selectFrom('fundingSource')
      .where('projectId', '=', projectId)
      .where('id', '!=', sourceId)
      .select('name')
      .execute();
    for (const { name } of others) expect(lines.join('\n')).not.toContain(name);
    const before = await grantOf(stage(), emailOf('ane'), running);
    await expect(ane.reports.exportGrant({ sourceId: before, ...pdf })).rejects.toThrow('evaluation.notFrozen');
  });

  it('holds no number about people that its reader may not see, for every approved evaluation', async () => {
    for (const { projectId: id, frozen } of await approved(stage())) {
      const { process, project, withheld } = frozenEvaluation.parse(frozen);
      const ole = await stage().as(emailOf(project.municipality === 'Vejen' ? 'mette' : 'ole'));
      const lines = textOf(await ole.reports.exportProject({ projectId: id, form: 'csv', language: 'da' }));
      for (const [name, label] of [
        ['visits', 'Fremmøder'],
        ['reach', 'Forskellige unge'],
        ['started', 'Startede forløb'],
      ] as const)
        if (withheld?.['otherDistrict']?.includes(name) && lines.includes(`;${label};`))
          expect(lines, `${project.title} ${name}`).toContain(`;${label};Værdi;mangler;;vises ikke`);
      if (project.tier === 'individual' && process.startedCount > 0)
        expect(lines).not.toContain(`Startede forløb;Værdi;tal;${process.startedCount};`);
      if (project.tier === 'individual') {
        const sheet = textOf(await ole.reports.exportProject({ projectId: id, form: 'html', language: 'da' }));
        expect(sheet).toContain('Om målene er opnået, vises ikke uden for projektet.');
        expect(sheet).not.toContain('Vurdering:');
      }
    }
  });

  it('divides a reading as it was divided, with the whole below, and hides a second group beside one that is too small', async () => {
    const mette = await stage().as(emailOf('mette'));
    const groups = async (audience: 'project' | 'municipality' | 'public', language: 'da' | 'en') => {
      const lines = textOf(await mette.reports.exportProject({ projectId, form: 'csv', language, audience }));
      return lines
        .split('\r\n')
        .filter((line) =>
          /^"?Andel, der er trygge.*opdelt efter køn.*;Resultat;|divided by gender.*;Result;/u.test(line),
        )
        .map((line) => line.split(';').slice(1).join(';').replaceAll('\u00a0', ' '));
    };
    expect(await groups('project', 'da')).toEqual([
      'Drenge;Resultat;andel;0,6538461538461539;65,4 %',
      'Piger;Resultat;andel;0,5384615384615384;53,8 %',
      'I ingen af grupperne;Resultat;andel;0,5;50 %',
      'Hele målingen;Resultat;andel;0,6097560975609756;61 %',
    ]);
    const hidden = 'Resultat;mangler;;vises ikke';
    const [boys, ...others] = await groups('municipality', 'da');
    expect(boys).toMatch(/^Drenge;Resultat;andel;/u);
    expect(others).toEqual([
      `Piger;${hidden}`,
      `I ingen af grupperne;${hidden}`,
      'Hele målingen;Resultat;andel;0,6097560975609756;61 %',
    ]);
    expect((await groups('public', 'da')).slice(0, 3).every((line) => line.endsWith(hidden))).toBe(true);
    expect((await groups('municipality', 'en')).map((line) => line.split(';')[0])).toContain('Girls');
    const { withheld } = frozenEvaluation.parse(
      (await approved(stage())).find((one) => one.projectId === projectId)?.frozen,
    );
    expect(withheld?.['municipality']).toContain(`goals.${storyId('goal/fredagshallen-2025/tryghed')}.gender.girl`);
  });

  it('of a district has every approved evaluation of the year, and what is not finished for its own people alone', async () => {
    const birgitte = await stage().as(emailOf('birgitte'));
    const places = await birgitte.reports.listPlaces();
    expect(places.find((one) => one.placeId === valby)).toMatchObject({ place: 'Valby', year: 2025 });
    const own = textOf(await birgitte.reports.exportDistrict({ placeId: valby, year: 2025, ...html }));
    expect(own).toContain('Valby 2025: samlet rapport');
    expect(own).toContain('Fredagshallen');
    expect(own).toContain('Lommepengejob');
    // Every goal stands in it as in its project's own report: chart, readings and groups.
    const alone = textOf(await birgitte.reports.exportProject({ projectId, ...html }));
    const drawn = (text: string) => text.match(/<svg/gu)?.length ?? 0;
    expect(drawn(own)).toBeGreaterThan(drawn(alone));
    expect(own).toMatch(/<caption>Fredagshallen: [^<]+, opdelt efter køn, målt /u);
    const ole = await stage().as(emailOf('ole'));
    const far = textOf(await ole.reports.exportDistrict({ placeId: valby, year: 2025, ...html }));
    expect(far).not.toContain('Lommepengejob');
    await expect(birgitte.reports.exportDistrict({ placeId: valby, year: 2019, ...pdf })).rejects.toThrow(
      'evaluation.noneFrozen',
    );
  });

  it('is noted with its reader, edition and the fingerprint it was made from', async () => {
    const birgitte = await stage().as(emailOf('birgitte'));
    const [evaluation] = (await approved(stage())).filter((one) => one.projectId === projectId);
    const noted = () =>
      stage()
        .db.selectFrom('reportDownload')
        .innerJoin('appUser', 'appUser.id', 'reportDownload.userId')
        .where('evaluationId', '=', evaluation?.id ?? '')
        .where('appUser.email', '=', emailOf('birgitte'))
        .select([
          'reportDownload.audience',
          'reportDownload.form',
          'reportDownload.language',
          'reportDownload.contentHash',
        ])
        .execute();
    const before = await noted();
    await birgitte.reports.exportProject({ projectId, form: 'csv', language: 'en' });
    const after = await noted();
    expect(after).toHaveLength(before.length + 1);
    expect(after).toContainEqual({
      audience: 'municipality',
      form: 'csv',
      language: 'en',
      contentHash: evaluation?.contentHash,
    });
  });

  it('cannot be made when a text speaks of effect and nothing was compared', async () => {
    const row = (await approved(stage())).find((one) => one.projectId === projectId);
    const frozen = frozenEvaluation.parse(row?.frozen);
    const claimed = { ...frozen, worked: 'Hallen havde stor effekt på uroen.' };
    const keep = (content: object) =>
      stage()
        .db.updateTable('evaluation')
        .set({ frozen: JSON.stringify(content), contentHash: contentHashOf(content) })
        .where('id', '=', row?.id ?? '')
        .execute();
    await keep(claimed);
    const mette = await stage().as(emailOf('mette'));
    for (const form of reportForms)
      await expect(mette.reports.exportProject({ projectId, form, language: 'da' })).rejects.toThrow(
        'evaluation.effectClaimed',
      );
    await expect(mette.reports.exportDistrict({ placeId: valby, year: 2025, ...pdf })).rejects.toThrow(
      'evaluation.effectClaimed',
    );
    // With a comparison group the same words may stand.
    await keep({ ...claimed, goals: claimed.goals.map((goal) => ({ ...goal, level: 3 })) });
    expect(textOf(await mette.reports.exportProject({ projectId, ...html }))).toContain('stor effekt');
    await keep(frozen);
    for (const { projectId: id } of await approved(stage())) {
      const caller = await stage().as(emailOf('ole'));
      const other = await stage().as(emailOf('mette'));
      for (const language of ['da', 'en'] as const) {
        const file = await caller.reports
          .exportProject({ projectId: id, form: 'html', language })
          .catch(() => other.reports.exportProject({ projectId: id, form: 'html', language }));
        expect(claimsEffect(textOf(file).replaceAll(/<[^>]*>/gu, ' ')), id).toBe(false);
      }
    }
  });
});
